"""Reply → message in Block Kit.

Pure: no I/O.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from bot import wording
from bot.markdown import plaintext
from bot.markdown.links import absolute
from bot.model import Answer, Choices, Hit, NoAnswer, RelatedArticle, Reply
from bot.slack.blockkit import rich_text
from bot.slack.blockkit.blocks import context, header, link, person, said, sentence, source
from bot.slack.blockkit.buttons import ASK, OPEN_LINK, SHOW_ARTICLE, Pointer, actions, button, feedback, link_button
from bot.slack.blockkit.composition import shorten, text_object
from bot.slack.limits import FALLBACK_TEXT, SECTION

Block = dict[str, Any]

MOST_RELATED = 5
MOST_CORRECTED = 2


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: blocks, and the text that stands for them in notifications and for screen readers.

    ``text`` is plain: it is escaped where it leaves. ``article_url`` names the article in the log if the blocks are
    refused.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    article_url: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button under replies: its name on the wire, the words on it, and the replies that it makes sense under."""

    name: str
    label: str
    suits: Callable[[Reply, Presentation], bool]


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a reply is shown: the site behind relative urls, the buttons there are, and what makes sense there."""

    site_url: str = ""
    offers: tuple[Offer, ...] = ()
    can_escalate: bool = False
    can_post: bool = False
    can_go_back: bool = False
    thread_ts: str = ""

    def here(self, *, can_post: bool = False, can_go_back: bool = False, thread_ts: str = "") -> Presentation:
        """Return the same with the buttons that make sense in one place; ``thread_ts``: it can be posted there."""
        return replace(self, can_post=can_post, can_go_back=can_go_back, thread_ts=thread_ts)


def message(reply: Reply, shown: Presentation) -> Message:
    """Return the message that shows ``reply``."""
    match reply:
        case Answer():
            made = _answer(reply, shown)
        case Choices(missing=missing) if missing:
            made = _titles(wording.comes_close(missing, len(reply.hits)), reply, shown)
        case Choices():
            made = _titles(wording.CHOICES, reply, shown)
        case NoAnswer():
            made = no_answer(wording.NO_ANSWER, reply, shown)
    return replace(made, blocks=(*made.blocks, *_read_as(reply), *_left(reply)))


def _read_as(reply: Reply) -> list[Block]:
    """Say which words were taken for misspellings, and offer each as typed: in quotes it is searched as it is."""
    blocks = []
    for number, one in enumerate(reply.hits[0].corrected[:MOST_CORRECTED] if reply.hits else ()):
        exactly = re.sub(rf"\b{re.escape(one.typed)}\b", f'"{one.typed}"', reply.question, count=1)
        label = wording.search_as_typed(one.typed)
        blocks.append(context(wording.read_as(one.typed, one.read_as)))
        blocks += actions(button(f"{ASK}:{number}", label, Pointer("", exactly)))
    return blocks


def _left(reply: Reply) -> list[Block]:
    """Offer what else the message asks."""
    left = () if isinstance(reply, NoAnswer) else reply.left
    buttons = (button(f"{ASK}:{MOST_CORRECTED + place}", one, Pointer("", one)) for place, one in enumerate(left))
    return [context(wording.ALSO_ASKED), *actions(*buttons)] if left else []


def no_answer(opening: str, reply: NoAnswer, shown: Presentation) -> Message:
    """Return ``opening``, how to rephrase, the nearest titles if there are any, and the way to a person."""
    parts = (opening, wording.REPHRASE, wording.NEAREST if reply.hits else "")
    made = _titles(" ".join(part for part in parts if part), reply, shown)
    return replace(made, blocks=(*made.blocks, feedback(Pointer("", reply.question))))


def plain(text: str) -> Message:
    """Return a message of our own words, written in Markdown."""
    return Message(plaintext.plain(text), tuple(rich_text.blocks(text)))


def posting(answer: Answer, user: str, shown: Presentation) -> Message:
    """Return the answer as ``user`` posts it for all to see: who asked what, then the answer."""
    asked, made = wording.asked(answer.question), message(answer, shown)
    intro = sentence(person(user), said(f" {asked}"))
    return Message(f"{asked}\n{made.text}", (intro, *made.blocks), made.article_url)


def _answer(answer: Answer, shown: Presentation) -> Message:
    article = answer.hits[0].article
    blocks = [
        header(article.title),
        *rich_text.blocks(answer.excerpt, site_url=shown.site_url),
        *link(article, shown.site_url),
        *source(answer),
        *actions(*_related(answer, shown)),
        *_offers(answer, shown),
        feedback(Pointer(article.url, answer.question)),
    ]
    text = wording.headline(article.title, plaintext.plain(answer.excerpt))
    return Message(shorten(text, FALLBACK_TEXT), tuple(blocks), article.url)


def _titles(intro: str, reply: Choices | NoAnswer, shown: Presentation) -> Message:
    choices = (
        _choice(number, hit, Pointer(hit.article.url, reply.question, shown.thread_ts))
        for number, hit in enumerate(reply.hits)
    )
    blocks = [
        *rich_text.blocks(intro),
        *chain.from_iterable(choices),
        *_offers(reply, shown),
    ]
    titles = [hit.article.title for hit in reply.hits]
    return Message(shorten(wording.titles(intro, titles), FALLBACK_TEXT), tuple(blocks))


def _choice(number: int, hit: Hit, pointer: Pointer) -> list[Block]:
    """A title beside its button, whose own label is too short for the titles of real articles, and what it is about."""
    article = hit.article
    titled = {
        "type": "section",
        "text": text_object(article.title, SECTION),
        "accessory": button(f"{SHOW_ARTICLE}:{number}", wording.SHOW, pointer, spoken=wording.show(article.title)),
    }
    about = " · ".join(part for part in (article.subject, article.description) if part)
    return [titled, context(about)] if about else [titled]


def _related(answer: Answer, shown: Presentation) -> list[Block]:
    made = (_related_button(number, one, answer, shown) for number, one in enumerate(answer.related))
    return [element for element in made if element][:MOST_RELATED]


def _related_button(number: int, one: RelatedArticle, answer: Answer, shown: Presentation) -> Block | None:
    if one.is_in_corpus:
        pointer = Pointer(one.url, answer.question, shown.thread_ts)
        return button(f"{SHOW_ARTICLE}:{number}", one.title, pointer, spoken=wording.show(one.title))
    address = absolute(one.url, shown.site_url)
    return link_button(f"{OPEN_LINK}:{number}", one.title, address) if address else None


def _offers(reply: Reply, shown: Presentation) -> list[Block]:
    url = reply.hits[0].article.url if isinstance(reply, Answer) else ""
    here = Pointer(url, reply.question, shown.thread_ts)
    return actions(*(button(one.name, one.label, here) for one in shown.offers if one.suits(reply, shown)))
