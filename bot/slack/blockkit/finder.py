"""The modal to find an article in while typing, and the options it offers.

https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot import wording
from bot.answers.catalogue import key_of
from bot.model import Article
from bot.slack.blockkit.buttons import pack, unpack
from bot.slack.blockkit.composition import text_object
from bot.slack.limits import OPTION_TEXT, OPTION_VALUE, PLACEHOLDER, VIEW_TITLE

Block = dict[str, Any]

FINDER_VIEW = "find_article"
FIND_ARTICLE = "find_article"
FIND_SUBJECT = "find_subject"
NOTHING = "nothing"
EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody searches.

    Attributes:
        subject: what the search is narrowed to; empty for everything.
        response_url: leads to the conversation the search was opened from; empty if there is none.
        url: the article shown; empty while there is none.
    """

    subject: str = ""
    response_url: str = ""
    url: str = ""

    def to_metadata(self) -> str:
        """Return the view's ``private_metadata``."""
        return pack(self.subject, self.response_url, self.url)

    @classmethod
    def from_metadata(cls, metadata: str) -> Place:
        """Read the view's ``private_metadata``; raises as ``unpack``."""
        return cls(*unpack(metadata, 3))


def finder_view(place: Place, below: Sequence[Block] = ()) -> dict[str, Any]:
    """Return the modal for ``place``, with ``below`` under the search; an article there can be posted."""
    fields = [
        _select(FIND_ARTICLE, wording.TYPE_TO_FIND),
        _select(FIND_SUBJECT, place.subject or wording.EVERY_SUBJECT),
    ]
    view = {
        "type": "modal",
        "callback_id": FINDER_VIEW,
        "private_metadata": place.to_metadata(),
        "title": text_object(wording.BROWSE, VIEW_TITLE),
        "close": text_object(wording.CLOSE, VIEW_TITLE),
        "blocks": [{"type": "actions", "elements": fields}, *below],
    }
    if place.url and place.response_url:
        view["submit"] = text_object(wording.POST_TO_CHANNEL, VIEW_TITLE)
    return view


def notice(text: str) -> Block:
    """Return a line under the search."""
    return {"type": "section", "text": text_object(text, PLACEHOLDER)}


def article_options(articles: Iterable[Article]) -> list[Block]:
    """Return option groups: titles under their subjects, the best article's subject first."""
    ranked = list(articles)
    order = list(dict.fromkeys(article.subject for article in ranked))
    grouped = groupby(sorted(ranked, key=lambda one: order.index(one.subject)), key=lambda one: one.subject)
    groups = [_group(subject, [_option(one.title, key_of(one.url)) for one in ones]) for subject, ones in grouped]
    return groups or [_group(wording.SUBJECTLESS, [_option(wording.NOTHING_TYPED_FITS, NOTHING)])]


def subject_options(subjects: Sequence[str]) -> list[Block]:
    """Return one option group of subjects, led by the way back to all of them."""
    options = [_option(wording.EVERY_SUBJECT, EVERYTHING), *(_option(one, one[:OPTION_VALUE]) for one in subjects)]
    return [_group(wording.SUBJECTS, options)]


def _select(action_id: str, placeholder: str) -> Block:
    return {
        "type": "external_select",
        "action_id": action_id,
        "min_query_length": 0,
        "placeholder": text_object(placeholder, PLACEHOLDER),
    }


def _group(label: str, options: list[Block]) -> Block:
    return {"label": text_object(label or wording.SUBJECTLESS, OPTION_TEXT), "options": options}


def _option(label: str, value: str) -> Block:
    return {"text": text_object(label, OPTION_TEXT), "value": value}
