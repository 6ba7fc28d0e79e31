from __future__ import annotations

from pathlib import Path

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import ADMIN, COACHING, PERSON, WITHOUT_BOT
from tests.scenarios.seeing import having, labels, words

pytestmark = pytest.mark.usefixtures("bot")
GOALS = "how do I set goals with a client?"


async def ask(slack: Emulator, channel: str = "#general", question: str = GOALS) -> Message:
    await slack.slash(PERSON.id, channel, "/quicktake", question)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, channel))
    return answer


async def test_related_article_appears_in_place_with_its_own_buttons_and_back(slack: Emulator) -> None:
    answer = await ask(slack)

    await slack.press(PERSON.id, answer, "How do I measure progress?")
    (shown,) = await slack.wait_for(
        lambda: [one for one in slack.ephemerals(PERSON.id, "#general") if "Ask the client for a number" in words(one)]
    )

    assert words(shown).startswith("How do I measure progress?")
    assert labels(shown)[-4:] == ["Show full answer", "Why this?", "Post to channel", "Back"]
    assert len(slack.ephemerals(PERSON.id, "#general")) == 1


async def test_article_without_related_ones_offers_its_nearest(slack: Emulator) -> None:
    answer = await ask(slack, question="how do I measure progress?")

    assert [label for label in labels(answer) if label not in {"Show full answer", "Why this?", "Post to channel"}]


async def test_back_leads_to_the_reply_to_the_question(slack: Emulator) -> None:
    answer = await ask(slack)
    await slack.press(PERSON.id, answer, "How do I measure progress?")
    (shown,) = await slack.wait_for(lambda: having(slack.ephemerals(PERSON.id, "#general"), "Back"))

    await slack.press(PERSON.id, shown, "Back")
    await slack.wait_for(lambda: not having(slack.ephemerals(PERSON.id, "#general"), "Back"))
    (again,) = slack.ephemerals(PERSON.id, "#general")

    assert words(again) == words(answer)


async def test_full_answer_opens_in_a_modal(slack: Emulator) -> None:
    answer = await ask(slack)

    await slack.press(PERSON.id, answer, "Show full answer")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))

    assert view.title == wording.FULL_ANSWER
    assert "it may change" in words(view)


async def test_post_to_channel_restates_the_question_and_who_asked(slack: Emulator) -> None:
    answer = await ask(slack, WITHOUT_BOT.id)

    await slack.press(PERSON.id, answer, "Post to channel")
    (posted,) = await slack.wait_for(lambda: slack.messages(WITHOUT_BOT.id))
    confirmation = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, WITHOUT_BOT.id)[1:])

    assert words(posted).startswith(f"<{PERSON.id}> asked: “{GOALS}”")
    assert "https://learn.example.com/learn/goals/set-goals" in str(posted.blocks)
    assert "Post to channel" not in labels(posted)
    assert words(confirmation[0]) == wording.POSTED


async def test_press_on_an_article_that_is_gone_says_so(slack: Emulator, bot: Bot, corpus: Path) -> None:
    answer = await ask(slack)
    (corpus / "goals/measure-progress.md").unlink()
    staged = await bot.releases.reload()
    await bot.releases.activate(staged.release)

    await slack.press(PERSON.id, answer, "How do I measure progress?")
    replies = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert words(replies[0]) == wording.GONE


async def test_press_after_the_response_url_expired_still_gets_the_article(slack: Emulator) -> None:
    answer = await ask(slack)
    slack.faults.refuse("response_url", "expired_url")

    await slack.press(PERSON.id, answer, "How do I measure progress?")
    (sent,) = await slack.wait_for(lambda: slack.messages(PERSON.id))

    assert words(sent).startswith("How do I measure progress?")


async def test_unknown_button_gets_a_reply(slack: Emulator) -> None:
    answer = await ask(slack)
    old = Message(**{**{f: getattr(answer, f) for f in answer.__slots__}, "blocks": (OLD_BUTTON,)})

    exchange = await slack.press(PERSON.id, old, "vote_from_an_older_version")
    replies = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general")[1:])

    assert exchange.is_acked
    assert words(replies[0]) == wording.UNKNOWN_BUTTON


async def test_unknown_command_gets_a_reply(slack: Emulator) -> None:
    exchange = await slack.slash(PERSON.id, "#general", "/quickly", "goals")
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert exchange.is_acked
    assert words(reply) == wording.UNKNOWN_COMMAND


async def test_two_people_pressing_at_once_both_get_a_modal(slack: Emulator) -> None:
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    _, answer = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id))

    await slack.press(PERSON.id, answer, "Show full answer")
    await slack.press(ADMIN.id, answer, "Show full answer")
    await slack.wait_for(lambda: slack.views(PERSON.id) and slack.views(ADMIN.id))


OLD_BUTTON = {
    "type": "actions",
    "block_id": "old",
    "elements": [
        {
            "type": "button",
            "action_id": "vote_from_an_older_version",
            "text": {"type": "plain_text", "text": "Vote"},
        }
    ],
}


@pytest.mark.parametrize(("typed", "meant"), [("relod", "reload"), ("statsu", "status"), ("browes", "browse")])
async def test_misspelt_subcommand_is_asked_about(slack: Emulator, typed: str, meant: str) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", typed)
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert words(reply).startswith(f"Did you mean /quicktake {meant}?")


async def test_long_article_is_read_page_by_page(slack: Emulator, bot: Bot, corpus: Path) -> None:
    paragraphs = "\n\n".join(f"Paragraph number {number}." for number in range(100))
    (corpus / "long.md").write_text(f"---\ntitle: What is very long?\nurl: /long\n---\n{paragraphs}\n")
    await bot.releases.activate((await bot.releases.reload()).release)
    await slack.press(PERSON.id, await ask(slack, question="what is very long?"), "Show full answer")
    (first,) = await slack.wait_for(lambda: slack.views(PERSON.id))

    await slack.press(PERSON.id, first, wording.NEXT_PAGE)
    await slack.wait_for(lambda: slack.views(PERSON.id)[0].hash != first.hash)
    second = slack.views(PERSON.id)[0]

    assert "Paragraph number 0." in words(first)
    assert "Page 2 of 3" in words(second)
    assert wording.PREVIOUS_PAGE in labels(second)
    assert "Paragraph number 0." not in words(second)
