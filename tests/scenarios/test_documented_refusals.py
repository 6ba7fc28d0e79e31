"""Whatever Slack's documentation says a method may refuse ends in a reply by another way, or in a log line with advice.

The lists are those under "Errors" of https://docs.slack.dev/reference/methods in November 2026, but for those about
arguments that we never send: ``as_user``, ``metadata``, ``markdown_text``, files. ``COMMON`` stands under every method.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from itertools import cycle

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation
from bot.playground.workspace import ADMIN, COACHING, PERSON
from bot.settings import Settings
from tests.scenarios.conftest import serving
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"
TITLE = "How do I set goals with a client?"

COMMON = (
    *("access_denied", "accesslimited", "account_inactive", "deprecated_endpoint", "ekm_access_denied"),
    *("enterprise_is_restricted", "fatal_error", "internal_error", "invalid_arg_name", "invalid_arguments"),
    *("invalid_array_arg", "invalid_auth", "invalid_charset", "invalid_form_data", "invalid_post_type"),
    *(
        "method_deprecated",
        "missing_post_type",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
    ),
    *("org_login_required", "ratelimited", "request_timeout", "service_unavailable", "team_access_not_granted"),
    *("team_added_to_org", "token_expired", "token_revoked", "two_factor_setup_required"),
)
POSTING = (
    *("cannot_dm_bot", "cannot_reply_to_message", "channel_is_limited_access", "channel_not_found", "is_archived"),
    *("message_limit_exceeded", "messages_tab_disabled", "msg_too_long", "no_text", "not_in_channel", "rate_limited"),
    *("restricted_action", "restricted_action_non_threadable_channel", "restricted_action_read_only_channel"),
    *("restricted_action_thread_locked", "restricted_action_thread_only_channel", "team_not_found", "user_not_found"),
    *("slack_connect_canvas_sharing_blocked", "slack_connect_file_link_sharing_blocked", "too_many_contact_cards"),
    *("slack_connect_lists_sharing_blocked",),
)
ABOUT_BLOCKS = (
    *("attachment_payload_limit_exceeded", "invalid_attachments", "invalid_blocks", "invalid_blocks_format"),
    *("msg_blocks_too_long", "too_many_attachments"),
)
VIEWS = ("duplicate_external_id", "invalid_trigger_id", "view_too_large", "not_found", "push_limit_reached")
TRIGGERS = ("expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged")


@pytest.fixture
def installation() -> Installation:
    return installed(unfurl_domain="example.com")


@pytest.fixture
async def bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    async with serving(slack, replace(settings, unfurls=True, rate_limit=0), []) as running:
        yield running


class Refusing:
    """Refuses a method with one code after the other, and sees what comes of what somebody does meanwhile."""

    def __init__(self, slack: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
        self.slack = slack
        self.bot = bot
        self.caplog = caplog
        caplog.set_level(logging.INFO)

    async def run(self, method: str, code: str, do: Callable[[], Awaitable[object]], times: int = 1) -> list[str]:
        """What the person read anywhere."""
        seen = len(self.slack.workspace.messages)
        self.caplog.clear()
        self.slack.faults.refuse(method, code, times=times)
        await do()
        await self.slack.wait_for(lambda: not self.slack.faults.ordered)
        await self.slack.wait_for(lambda: all(one.is_acked for one in self.slack.exchanges))
        await self.bot.dispatcher.drain(5)
        self.slack.faults.heal()
        said = self.slack.workspace.messages[seen:]
        return [words(message) or message.text for message in said if message.bot_id]

    def advised(self, method: str, code: str) -> bool:
        """Whether the log says what was refused and what to do."""
        lines = [line.getMessage() for line in self.caplog.records]
        said = [line for line in lines if f"Slack says {code} to {method}: " in line]
        return bool(said) and "Traceback" not in said[0].splitlines()[0]


@pytest.fixture
def refusing(slack: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture) -> Refusing:
    return Refusing(slack, bot, caplog)


async def test_reply_to_a_mention_comes_in_a_direct_message_and_the_log_says_what_to_do(refusing: Refusing) -> None:
    for code in (*COMMON, *POSTING):
        told = await refusing.run(
            "chat.postMessage", code, lambda: refusing.slack.mention(PERSON.id, COACHING.id, GOALS)
        )

        assert [one.partition("\n")[0] for one in told] == [wording.ANSWERED_ELSEWHERE], code
        assert TITLE in told[0], code
        assert refusing.advised("chat.postMessage", code), code


async def test_reply_whose_blocks_are_refused_comes_there_as_text(refusing: Refusing) -> None:
    for code in ABOUT_BLOCKS:
        told = await refusing.run(
            "chat.postMessage", code, lambda: refusing.slack.mention(PERSON.id, COACHING.id, GOALS), times=2
        )

        assert len(told) == 1, code
        assert told[0].startswith(TITLE), code
        assert f"{code}" in refusing.caplog.text


async def test_reply_that_cannot_be_changed_after_an_edit_is_followed_by_another(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    documented = (
        *(
            "as_user_not_supported",
            "block_mismatch",
            "cant_broadcast_message",
            "cant_update_message",
            "channel_not_found",
        ),
        *(
            "edit_window_closed",
            "external_channel_migrating",
            "is_inactive",
            "message_not_found",
            "msg_too_long",
            "no_text",
        ),
        *("streaming_state_conflict", "team_not_found", "update_failed", "slack_connect_file_link_sharing_blocked"),
    )
    questions = cycle(["@quicktake what is silence good for?", f"@quicktake {GOALS}"])
    await slack.wait_for(lambda: slack.messages(COACHING.id)[1:])
    await refusing.bot.dispatcher.drain(5)
    for code in (*COMMON, *documented):
        told = await refusing.run(
            "chat.update", code, lambda: slack.writing.edit(slack.messages(COACHING.id)[0], next(questions))
        )

        assert len(told) == 1, code
        assert refusing.advised("chat.update", code), code


async def test_reply_in_a_direct_message_is_apologised_for_or_the_log_says_what_to_do(refusing: Refusing) -> None:
    for code in (*COMMON, *POSTING):
        told = await refusing.run("chat.postMessage", code, lambda: refusing.slack.direct_message(PERSON.id, GOALS))

        assert told[0].startswith("Sorry, something went wrong"), code
        assert refusing.advised("chat.postMessage", code), code


async def test_nothing_is_said_where_the_question_is_gone(refusing: Refusing) -> None:
    for code in ("thread_not_found", "message_not_found"):
        told = await refusing.run(
            "chat.postMessage", code, lambda: refusing.slack.mention(PERSON.id, COACHING.id, GOALS)
        )

        assert told == [], code
        assert refusing.advised("chat.postMessage", code), code


async def test_private_reply_in_a_thread_goes_by_the_response_url(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    _, answer = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id))
    for code in (*COMMON, *POSTING, "user_not_in_channel"):
        told = await refusing.run("chat.postEphemeral", code, lambda: slack.press(PERSON.id, answer, "Why this?"))

        assert len(told) == 1, code
        assert "came first" in told[0], code
        assert refusing.advised("chat.postEphemeral", code), code


async def test_whole_article_comes_as_text_if_no_modal_can_be_opened(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    for code in (*COMMON, *VIEWS):
        told = await refusing.run("views.open", code, lambda: slack.press(PERSON.id, answer, "Show full answer"))

        assert len(told) == 1, code
        assert told[0].startswith(TITLE), code
        assert refusing.advised("views.open", code), code


async def test_question_that_reaches_no_expert_is_told_so(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(PERSON.id, "#general", "/quicktake", "blorp zzzt fnord?")
    (reply,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    for code in (*COMMON, *POSTING):
        told = await refusing.run("chat.postMessage", code, lambda: slack.press(PERSON.id, reply, "Ask a person"))

        assert told == [wording.NOBODY_REACHED], code
        assert refusing.advised("chat.postMessage", code), code


async def test_press_that_came_too_late_is_told_so(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
    for code in TRIGGERS:
        told = await refusing.run("views.open", code, lambda: slack.press(PERSON.id, answer, "Show full answer"))

        assert told == [wording.EXPIRED], code


async def test_article_that_cannot_be_shown_in_the_search_is_apologised_for(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(PERSON.id, "#general", "/quicktake", "browse")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    await slack.options(PERSON.id, view, "find_article", "goals")
    chosen = (await slack.options(PERSON.id, view, "find_article", "goals")).response or {}
    value = chosen["option_groups"][0]["options"][0]["value"]
    for code in (*COMMON, "view_too_large", "hash_conflict", "duplicate_external_id"):
        told = await refusing.run("views.update", code, lambda: slack.press(PERSON.id, view, "find_article", value))

        assert told[0].startswith("Sorry, something went wrong"), code
        assert refusing.advised("views.update", code), code


async def test_modal_that_was_closed_meanwhile_is_no_mistake(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(PERSON.id, "#general", "/quicktake", "browse")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    chosen = (await slack.options(PERSON.id, view, "find_article", "goals")).response or {}
    value = chosen["option_groups"][0]["options"][0]["value"]

    told = await refusing.run("views.update", "not_found", lambda: slack.press(PERSON.id, view, "find_article", value))

    assert told == []
    assert not [line for line in refusing.caplog.records if line.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    ("method", "codes"),
    [
        (
            "views.publish",
            ("duplicate_external_id", "hash_conflict", "not_enabled", "not_implemented", "view_too_large"),
        ),
        ("assistant.threads.setSuggestedPrompts", ("channel_not_found", "invalid_thread_ts", "message_not_found")),
        (
            "chat.unfurl",
            (
                *(
                    "cannot_auth_user",
                    "cannot_find_channel",
                    "cannot_find_message",
                    "cannot_find_service",
                    "cannot_prompt",
                ),
                *("cannot_parse_attachment", "cannot_unfurl_message", "cannot_unfurl_url", "invalid_source"),
                *("invalid_unfurl_id", "invalid_unfurls_format", "missing_channel", "missing_source", "missing_ts"),
                *("missing_unfurl_id", "missing_unfurls"),
            ),
        ),
    ],
)
async def test_what_nobody_asked_for_is_left_out_with_advice_in_the_log(
    refusing: Refusing, method: str, codes: tuple[str, ...]
) -> None:
    slack = refusing.slack

    async def do() -> None:
        await slack.open_home(PERSON.id, None)
        await slack.say(PERSON.id, COACHING.id, "see https://learn.example.com/learn/goals/set-goals")

    for code in (*COMMON, *codes):
        assert await refusing.run(method, code, do) == [], code
        assert refusing.advised(method, code), code


async def test_admin_reads_why_a_channel_cannot_be_listened_in(refusing: Refusing) -> None:
    slack = refusing.slack
    for code in (*COMMON, "channel_is_limited_access", "channel_not_found", "not_in_channel", "restricted_action"):
        told = await refusing.run(
            "conversations.history", code, lambda: slack.slash(ADMIN.id, COACHING.id, "/quicktake", "channel on")
        )

        lacks_scope, not_a_member = wording.lacks_scope("channels:history", "message.channels"), wording.NOT_A_MEMBER
        known = {"missing_scope": lacks_scope, "not_in_channel": not_a_member, "channel_not_found": not_a_member}
        assert told == [known.get(code, wording.UNREADABLE.format(code)).replace("`", "")], code


async def test_answer_that_cannot_be_taken_away_is_apologised_for(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(ADMIN.id, COACHING.id, "/quicktake", "channel on")
    await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, COACHING.id))
    await slack.say(PERSON.id, COACHING.id, "How do I set goals with a client?")
    _, answer = await slack.wait_for(lambda: slack.messages(COACHING.id)[1:] and slack.messages(COACHING.id))
    for code in (*COMMON, "cant_delete_message", "channel_not_found", "message_not_found"):
        told = await refusing.run("chat.delete", code, lambda: slack.press(PERSON.id, answer, "Not what I meant"))

        is_gone = code == "message_not_found"
        assert told[0].startswith(wording.ALREADY_TAKEN_AWAY if is_gone else "Sorry, something went wrong"), code
        assert is_gone or refusing.advised("chat.delete", code), code


async def test_nothing_is_said_unasked_where_the_thread_cannot_be_read(refusing: Refusing) -> None:
    slack = refusing.slack
    await slack.slash(ADMIN.id, COACHING.id, "/quicktake", "channel on")
    await slack.wait_for(lambda: slack.ephemerals(ADMIN.id, COACHING.id))
    for code in (*COMMON, "channel_not_found", "thread_not_found"):
        told = await refusing.run(
            "conversations.replies",
            code,
            lambda: slack.say(PERSON.id, COACHING.id, "How do I set goals with a client?"),
        )

        assert told == [], code
        assert code == "thread_not_found" or refusing.advised("conversations.replies", code), code
