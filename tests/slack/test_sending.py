from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Answer, Article, Choices, Hit, NoAnswer, RelatedArticle, Release, Reply
from bot.slack.blockkit.messages import Message, Presentation, message, plain, posting
from bot.slack.blockkit.modals import full_answer, in_words
from bot.slack.conversations import OFFERS
from bot.slack.limits import MESSAGE_TEXT
from bot.slack.sending import payloads

LIVE = (
    "<!channel>",
    "<!here|x>",
    "<@U0ANA0001>",
    "<#C0COACHING>",
    "<https://x.example|y>",
    "&",
    "&lt;",
    "<!date^1^{t}|x>",
)
SHOWN = Presentation("https://learn.example.com", OFFERS, can_escalate=True, can_post=True, can_go_back=True)

texts = st.lists(st.sampled_from(LIVE) | st.text(max_size=8), min_size=1, max_size=4).map(" ".join)
articles = st.builds(
    Article,
    url=st.just("/a"),
    title=texts,
    answer=texts,
    subject=texts,
    description=texts,
)


@st.composite
def replies(draw: st.DrawFn) -> Reply:
    article, question, release = draw(articles), draw(texts), Release(1, "abcdef0")
    hits = (Hit(article, 0.9),)
    related = (RelatedArticle(draw(texts), "/b", is_in_corpus=True),)
    made: tuple[Reply, ...] = (
        Answer(question, release, hits, draw(texts), related),
        Choices(question, release, hits),
        NoAnswer(question, release, hits),
    )
    return made[draw(st.integers(0, 2))]


def parts(sent: Any) -> Iterator[dict[str, Any]]:
    if isinstance(sent, dict):
        yield sent
    for one in sent.values() if isinstance(sent, dict) else sent if isinstance(sent, list | tuple) else ():
        yield from parts(one)


def assert_nothing_is_live(said: Message) -> None:
    for sent in payloads(said):
        assert "<" not in sent["text"]
        assert ">" not in sent["text"]
        assert all(part.get("type") != "mrkdwn" for part in parts(sent))


@given(replies())
def test_no_reply_holds_anything_live(reply: Reply) -> None:
    assert_nothing_is_live(message(reply, SHOWN))
    if isinstance(reply, Answer):
        assert_nothing_is_live(posting(reply, "U1", SHOWN))
        assert_nothing_is_live(in_words(reply))
        assert all(part.get("type") != "mrkdwn" for part in parts(full_answer(reply, "")))


@given(texts)
def test_nor_does_anything_else(text: str) -> None:
    assert_nothing_is_live(Message(text))
    assert_nothing_is_live(plain(text))


def test_text_is_escaped_once() -> None:
    assert payloads(Message("R&D <3 &lt;"))[0]["text"] == "R&amp;D &lt;3 &amp;lt;"


def test_text_stays_within_slacks_limit_when_it_is_escaped() -> None:
    assert len(payloads(Message("&" * MESSAGE_TEXT))[0]["text"]) <= MESSAGE_TEXT
