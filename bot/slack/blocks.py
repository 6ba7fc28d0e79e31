"""Reply → message in Block Kit.

Pure: no I/O. Text from articles and questions goes into rich_text and plain_text only, where Slack interprets nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from bot import wording
from bot.model import Answer, Choices, NoAnswer
from bot.slack import plaintext, richtext
from bot.slack.buttons import (
    BACK,
    OPEN_LINK,
    POST_TO_CHANNEL,
    SHOW_ARTICLE,
    SHOW_FULL_ANSWER,
    Pointer,
    actions,
    button,
    link_button,
)
from bot.slack.composition import text_object
from bot.slack.limits import HEADER, SECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Article, Hit, Reply, Suggestion

Block = dict[str, Any]

MOST_BUTTONS = 5


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: blocks, and the text that stands for them in notifications and for screen readers.

    ``text`` is escaped. ``article_url`` names the article in the log if Slack refuses the blocks.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    article_url: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a reply appears: the site behind relative urls, and the buttons that make sense there."""

    site_url: str = ""
    can_post: bool = False
    can_go_back: bool = False


def message(reply: Reply, setting: Setting) -> Message:
    """Return the message that shows ``reply`` in ``setting``."""
    match reply:
        case Answer():
            return _answer(reply, setting)
        case Choices():
            return _titles(reply, wording.CHOICES, setting)
        case NoAnswer(hits=()):
            return plain(wording.nothing_near())
        case NoAnswer():
            return _titles(reply, f"{wording.nothing_near()} {wording.NEAREST}", setting)


def plain(text: str) -> Message:
    """Return a message of our own words, written in Markdown."""
    return Message(plaintext.plain_text(text), tuple(richtext.blocks(text)))


def posted(answer: Answer, user: str, setting: Setting) -> Message:
    """Return the answer as ``user`` posts it for all to see: who asked what, then the answer."""
    shown = message(answer, setting)
    asked = wording.asked(answer.question)
    intro: Block = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [{"type": "user", "user_id": user}, {"type": "text", "text": f" {asked}"}],
            }
        ],
    }
    return Message(f"{plaintext.escaped(asked)}\n{shown.text}", (intro, *shown.blocks), shown.article_url)


def article_link(article_url: str, site_url: str) -> str:
    """Return the article's full address, or an empty text where only a relative url is known and no site."""
    if article_url.startswith(("http://", "https://")):
        return article_url
    return urljoin(f"{site_url}/", article_url.lstrip("/")) if site_url else ""


def header(title: str) -> Block:
    """Return ``title`` as a header block, cut to what Slack takes."""
    return {"type": "header", "text": text_object(title, HEADER)}


def context(line: str) -> Block:
    """Return ``line`` in small print."""
    return {"type": "context", "elements": [text_object(line, SECTION)]}


def link(article: Article, site_url: str) -> list[Block]:
    """Return the link to the article itself: one block, or none where its full address is not known."""
    address = article_link(article.url, site_url)
    if not address:
        return []
    link = {"type": "link", "url": address, "text": wording.READ_ARTICLE}
    return [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [link]}]}]


def context_line(answer: Answer) -> str:
    """Return where an answer comes from and why it was chosen, as one line of plain text."""
    hit = answer.hits[0]
    parts = [
        hit.article.subject,
        wording.dated(hit.article.date.isoformat()) if hit.article.date else "",
        _why(hit),
        wording.from_release(str(answer.release)),
    ]
    return " · ".join(part for part in parts if part)


def _answer(answer: Answer, setting: Setting) -> Message:
    article = answer.hits[0].article
    blocks = [
        header(article.title),
        *richtext.blocks(answer.excerpt, site_url=setting.site_url),
        *link(article, setting.site_url),
        context(context_line(answer)),
        *actions(*_suggestions(answer, setting)),
        *actions(*_deeds(Pointer(article.url, answer.question), setting)),
    ]
    text = wording.headline(article.title, answer.excerpt)
    return Message(plaintext.plain_text(text), tuple(blocks), article.url)


def _titles(reply: Choices | NoAnswer, intro: str, setting: Setting) -> Message:
    titles = [hit.article.title for hit in reply.hits]
    blocks = [
        *richtext.blocks(intro),
        *(_choice(number, hit, reply.question) for number, hit in enumerate(reply.hits)),
        *actions(*_deeds(Pointer("", reply.question), replace(setting, can_post=False))),
        context(wording.from_release(str(reply.release))),
    ]
    return Message(plaintext.escaped(wording.titles(intro, titles)), tuple(blocks))


def _choice(number: int, hit: Hit, question: str) -> Block:
    """A title beside its button: a button's own label is too short for the titles of real articles."""
    article = hit.article
    about = " · ".join(part for part in (article.subject, article.description) if part)
    pointer = Pointer(article.url, question)
    return {
        "type": "section",
        "text": text_object(f"{article.title}\n{about}", SECTION),
        "accessory": button(f"{SHOW_ARTICLE}:{number}", wording.SHOW, pointer, spoken=wording.show(article.title)),
    }


def _why(hit: Hit) -> str:
    found = [
        f"{_quoted(match.words)} in {wording.FIELD_NAMES[match.field]}" for match in hit.matches[:2] if match.words
    ]
    return f"{wording.MATCHED} {'; '.join(found)}" if found else ""


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:3])


def _suggestions(answer: Answer, setting: Setting) -> list[Block]:
    made = (_suggestion(number, one, answer, setting) for number, one in enumerate(answer.suggestions))
    return [element for element in made if element][:MOST_BUTTONS]


def _suggestion(number: int, one: Suggestion, answer: Answer, setting: Setting) -> Block | None:
    if one.is_in_corpus:
        pointer = Pointer(one.url, answer.question)
        return button(f"{SHOW_ARTICLE}:{number}", one.title, pointer, spoken=wording.show(one.title))
    address = article_link(one.url, setting.site_url)
    return link_button(f"{OPEN_LINK}:{number}", one.title, address) if address else None


def _deeds(here: Pointer, setting: Setting) -> list[Block]:
    offered = (
        (bool(here.url), SHOW_FULL_ANSWER, wording.SHOW_FULL_ANSWER, here),
        (setting.can_post, POST_TO_CHANNEL, wording.POST_TO_CHANNEL, here),
        (setting.can_go_back, BACK, wording.BACK, Pointer("", here.question)),
    )
    return [button(action, label, pointer) for is_offered, action, label, pointer in offered if is_offered]
