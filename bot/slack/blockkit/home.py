"""The Home tab: what the bot does and where to begin; for admins, how it goes and what there is to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot import wording
from bot.journal.insights import Insights
from bot.journal.review import Review
from bot.model import Article, Status
from bot.slack import limits
from bot.slack.blockkit import outline, reports, rich_text
from bot.slack.blockkit.blocks import context, header
from bot.slack.blockkit.buttons import READ_ARTICLE, Pointer, actions, button, plain_button
from bot.slack.blockkit.insights import dislikes, gaps
from bot.slack.blockkit.suggestions import decisions

Block = dict[str, Any]

ASK_AGAIN = "ask_again"
BROWSE = "browse"
RELOAD = "reload"
ROLL_BACK = "roll_back"

MOST_LINES = 3  # of each list for admins: the commands show all
MOST_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class AdminPart:
    """What admins see besides: what serves, what went wrong lately, what to decide, and what came of their press."""

    state: Status
    insights: Insights | None = None
    review: Review | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class HomeTab:
    """What stands on a person's Home tab: examples, and before them the articles used most, if any was used."""

    examples: Sequence[Article]
    subjects: Sequence[str]
    popular: Sequence[Article] = ()
    asked: Sequence[str] = ()
    admin: AdminPart | None = None


def home_view(tab: HomeTab) -> dict[str, Any]:
    """Return the view, for everyone first."""
    blocks = [
        header(wording.BOT),
        *rich_text.blocks(wording.HELP),
        *actions(plain_button(BROWSE, wording.BROWSE, BROWSE)),
        *_asked(tab.asked),
        *_articles(wording.POPULAR, tab.popular, first=0),
        *_articles(wording.FOR_EXAMPLE, tab.examples, first=len(tab.popular)),
        context(wording.subjects(list(tab.subjects))),
        *(_for_admins(tab.admin) if tab.admin else []),
    ]
    return {"type": "home", "blocks": blocks[: limits.VIEW_BLOCKS]}


def _asked(questions: Sequence[str]) -> list[Block]:
    """A row for each: questions are long, and several in a row are cut."""
    rows = (
        actions(button(f"{ASK_AGAIN}:{number}", one, Pointer("", one), spoken=wording.ask_again(one)))
        for number, one in enumerate(questions)
    )
    return [block for row in ([_title(wording.YOU_ASKED), *rows] if questions else []) for block in row]


def _articles(title: str, articles: Sequence[Article], first: int) -> list[Block]:
    rows = [_article(number, article) for number, article in enumerate(articles, first)]
    return [block for row in ([_title(title), *rows] if rows else []) for block in row]


def _article(number: int, article: Article) -> list[Block]:
    pointer = Pointer(article.url, article.title)
    return actions(button(f"{READ_ARTICLE}:{number}", article.title, pointer, spoken=wording.show(article.title)))


def _for_admins(part: AdminPart) -> list[Block]:
    deeds = actions(plain_button(RELOAD, wording.RELOAD, RELOAD), plain_button(ROLL_BACK, wording.ROLL_BACK, ROLL_BACK))
    told = outline.blocks([outline.line(part.outcome, is_bold=True)]) if part.outcome else []
    return [
        header(wording.FOR_ADMINS),
        *told,
        *reports.status(part.state).blocks,
        *deeds,
        *_review(part.review),
        *_insights(part.insights),
    ]


def _review(review: Review | None) -> list[Block]:
    made = decisions(review, MOST_SUGGESTIONS) if review else []
    return [*_title(wording.SUGGESTIONS), *made] if made else []


def _insights(found: Insights | None) -> list[Block]:
    if found is None:
        return []
    missing = outline.chapter(wording.GAPS, gaps(found.gaps, MOST_LINES))
    disliked = outline.chapter(wording.DISLIKED, dislikes(found.disliked, MOST_LINES))
    return [*outline.blocks([*missing, *disliked]), context(wording.MORE_INSIGHTS)]


def _title(text: str) -> list[Block]:
    return outline.blocks([outline.line(text, is_bold=True)])
