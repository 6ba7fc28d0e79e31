"""Conversation: finding an article while typing, in a modal, and reading it there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot import wording
from bot.slack import sending
from bot.slack.blockkit import modals
from bot.slack.blockkit.buttons import Pointer
from bot.slack.blockkit.finder import EVERYTHING, NOTHING, Place, article_options, finder_view, notice, subject_options
from bot.slack.blockkit.messages import plain, posted

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.slack.blockkit.messages import Presentation
    from bot.slack.recording import Recording

Block = dict[str, Any]

MOST_OPTIONS = 25  # Slack takes 100; nobody reads more than some screens of titles


@dataclass(frozen=True, slots=True)
class Browsing:
    """Lets people look for articles by title, alias and subject."""

    answerer: Answerer
    shown: Presentation
    recording: Recording

    async def open(self, args: AsyncArgs) -> None:
        """Open the search: from a command, a shortcut or the Home tab."""
        await sending.open_modal(args, finder_view(Place(response_url=args.context.response_url or "")))

    def articles(self, args: AsyncArgs) -> list[Block]:
        """Return the option groups for what is typed so far; the most linked articles if nothing is."""
        place = _place(args)
        return article_options(self.answerer.find(_typed(args), place.subject, MOST_OPTIONS))

    def subjects(self, args: AsyncArgs) -> list[Block]:
        """Return the subjects that contain what is typed so far."""
        typed = _typed(args).casefold()
        return subject_options([one for one in self.answerer.subjects() if typed in one.casefold()][:MOST_OPTIONS])

    async def choose_subject(self, args: AsyncArgs) -> None:
        """Narrow the search to a subject."""
        chosen = _chosen(args)
        narrowed = replace(_place(args), subject="" if chosen == EVERYTHING else chosen, url="")
        await sending.update_modal(args, finder_view(narrowed))

    async def choose_article(self, args: AsyncArgs) -> None:
        """Show the chosen article below the search."""
        key, place = _chosen(args), replace(_place(args), url="")
        article = self.answerer.by_key(key)
        answer = self.answerer.show(article.url, article.title) if article else None
        if article is None or answer is None:
            missing = wording.NOTHING_TYPED_FITS if key == NOTHING else wording.GONE
            await sending.update_modal(args, finder_view(place, [notice(missing)]))
            return
        below = modals.full_answer(answer, self.shown.site_url)["blocks"]
        await sending.update_modal(args, finder_view(replace(place, url=article.url), below))

    async def post(self, args: AsyncArgs) -> None:
        """Post the article that the submitted search shows to the conversation it was opened from."""
        place = Place.from_metadata((args.view or {})["private_metadata"])
        answer = self.answerer.show(place.url, "")
        if answer is None:
            await sending.privately(args, plain(wording.GONE))
            return
        answer = replace(answer, question=answer.hits[0].article.title)
        message = posted(answer, args.context.user_id or "", self.shown)
        how = {"response_type": "in_channel", "replace_original": False}
        if await sending.through(args, place.response_url, message, **how):
            self.recording.posted(args, Pointer(place.url, answer.question))
        else:
            await sending.privately(args, plain(wording.SEARCH_TOO_OLD))


def _place(args: AsyncArgs) -> Place:
    return Place.from_metadata(args.body["view"]["private_metadata"])


def _typed(args: AsyncArgs) -> str:
    return str(args.body.get("value", ""))


def _chosen(args: AsyncArgs) -> str:
    return str((args.action or {})["selected_option"]["value"])
