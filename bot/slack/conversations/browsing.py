"""Conversation: somebody finds an article while typing, in a modal, and reads it there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot import wording
from bot.errors import QuicktakeError
from bot.slack.blockkit import modals
from bot.slack.blockkit.buttons import Pointer
from bot.slack.blockkit.finder import (
    EVERYTHING,
    FIND_ARTICLE,
    FIND_SUBJECT,
    FINDER_VIEW,
    NOTHING,
    Place,
    article_options,
    finder_view,
    notice,
    subject_options,
)
from bot.slack.blockkit.home import BROWSE
from bot.slack.blockkit.messages import posting
from bot.slack.bot import SlackBot
from bot.slack.manifest import BROWSE_ARTICLES
from bot.slack.request import Request
from bot.slack.routes import Route, Select, action, modal, shortcut, subcommand

MOST_OPTIONS = 25  # Slack takes 100; nobody reads more than some screens of titles


async def browse(request: Request, bot: SlackBot) -> None:
    """Open the search: from a command, a shortcut or the Home tab."""
    await bot.sender.open_modal(request, finder_view(Place(response_url=request.response_url)))


def suggest_articles(request: Request, bot: SlackBot) -> list[dict[str, Any]]:
    """Return the option groups for what is typed so far; the most linked articles if nothing is."""
    place = Place.from_metadata(request.metadata)
    return article_options(bot.answerer.find(request.value, place.subject, MOST_OPTIONS))


def suggest_subjects(request: Request, bot: SlackBot) -> list[dict[str, Any]]:
    """Return the subjects that contain what is typed so far."""
    typed = request.value.casefold()
    return subject_options([one for one in bot.answerer.subjects() if typed in one.casefold()][:MOST_OPTIONS])


async def choose_subject(request: Request, bot: SlackBot) -> None:
    """Narrow the search to a subject."""
    subject = "" if request.value == EVERYTHING else request.value
    place = replace(Place.from_metadata(request.metadata), subject=subject, url="")
    await bot.sender.update_modal(request, finder_view(place))


async def choose_article(request: Request, bot: SlackBot) -> None:
    """Show the chosen article below the search."""
    place = replace(Place.from_metadata(request.metadata), url="")
    article = bot.answerer.by_key(request.value)
    answer = bot.answerer.show(article.url, article.title) if article else None
    if article is None or answer is None:
        missing = wording.NOTHING_TYPED_FITS if request.value == NOTHING else wording.GONE
        await bot.sender.update_modal(request, finder_view(place, [notice(missing)]))
        return
    below = modals.full_answer(answer, bot.presentation.site_url)["blocks"]
    await bot.sender.update_modal(request, finder_view(replace(place, url=article.url), below))


async def post_article(request: Request, bot: SlackBot) -> None:
    """Post the article that the submitted search shows to the conversation it was opened from."""
    place = Place.from_metadata(request.metadata)
    answer = bot.answerer.show(place.url, "")
    if answer is None:
        raise QuicktakeError(wording.GONE)
    title = answer.hits[0].article.title
    message = posting(replace(answer, question=title), request.user, bot.presentation)
    if not await bot.sender.to_everyone(place.response_url, message):
        raise QuicktakeError(wording.SEARCH_TOO_OLD)
    bot.recording.posted(request, Pointer(place.url, title))


ROUTES: tuple[Route | Select, ...] = (
    *subcommand("browse", browse),
    shortcut(BROWSE_ARTICLES, browse),
    action(BROWSE, browse),
    Select(FIND_ARTICLE, suggest_articles),
    Select(FIND_SUBJECT, suggest_subjects),
    action(FIND_ARTICLE, choose_article),
    action(FIND_SUBJECT, choose_subject),
    modal(FINDER_VIEW, post_article),
)
