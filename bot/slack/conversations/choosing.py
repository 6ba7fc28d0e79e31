"""Conversation: somebody presses a button under a reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import sending
from bot.slack.blockkit.buttons import POST_TO_CHANNEL, Pointer
from bot.slack.blockkit.messages import Presentation, message, no_answer, plain, posted
from bot.slack.blockkit.modals import full_answer, in_words

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.model import Answer
    from bot.slack.claims import Claims
    from bot.slack.recording import Recording


@dataclass(frozen=True, slots=True)
class Choosing:
    """Shows what a button points to."""

    answerer: Answerer
    shown: Presentation
    claims: Claims
    recording: Recording

    async def show_article(self, args: AsyncArgs) -> None:
        """Show a related or chosen article in place of the reply whose button was pressed."""
        answer = await self._pointed_at(args)
        if answer:
            self.recording.chosen(args, _pointer(args))
            await sending.in_place(args, message(answer, self.shown.here(can_post=_is_private(args), can_go_back=True)))

    async def go_back(self, args: AsyncArgs) -> None:
        """Show the reply to the question again."""
        reply = self.answerer.answer(_pointer(args).question)
        await sending.in_place(args, message(reply, self.shown.here(can_post=_is_private(args))))

    async def none_of_these(self, args: AsyncArgs) -> None:
        """Lead on where no choice was right: how to rephrase, the next nearest titles, the way to a person."""
        question = _pointer(args).question
        self.recording.none_fitted(args, question)
        reply = self.answerer.beyond_choices(question)
        await sending.in_place(args, no_answer(wording.NONE_FITTED, reply, self.shown.here(can_go_back=True)))

    async def why_this(self, args: AsyncArgs) -> None:
        """Explain privately, in plain words, what led to the answer."""
        pointer = _pointer(args)
        lines = self.answerer.explain(pointer.question, pointer.url)
        await sending.privately(args, plain("\n".join(f"* {line}" for line in lines)))

    async def show_full_answer(self, args: AsyncArgs) -> None:
        """Open a modal with the whole article."""
        answer = await self._pointed_at(args)
        if answer:
            await sending.open_modal(args, full_answer(answer, self.shown.site_url), in_words(answer))

    async def turn_page(self, args: AsyncArgs) -> None:
        """Show another page of the whole article in its modal."""
        answer = await self._pointed_at(args)
        if answer:
            page = int((args.action or {})["action_id"].rpartition(":")[2])
            await sending.update_modal(args, full_answer(answer, self.shown.site_url, page))

    async def post_to_channel(self, args: AsyncArgs) -> None:
        """Post the answer for all to see, with the question and who asked; once."""
        answer = await self._pointed_at(args)
        if not answer:
            return
        if not self.claims.claim(args, POST_TO_CHANNEL):
            await sending.privately(args, plain(wording.POSTED_ALREADY))
        elif await sending.to_channel(args, posted(answer, args.context.user_id or "", self.shown)):
            self.recording.posted(args, _pointer(args))
            await sending.privately(args, plain(wording.POSTED))
        else:
            self.claims.give_back(args, POST_TO_CHANNEL)
            await sending.privately(args, plain(wording.EXPIRED))

    async def _pointed_at(self, args: AsyncArgs) -> Answer | None:
        """Return the answer that the pressed button points to; if its article is gone, say so and return None."""
        pointer = _pointer(args)
        answer = self.answerer.show(pointer.url, pointer.question)
        if answer is None:
            await sending.privately(args, plain(wording.GONE))
        return answer


async def open_link(_args: AsyncArgs) -> None:
    """Do nothing: the browser opened the link; Slack only wants its ack."""


def _pointer(args: AsyncArgs) -> Pointer:
    return Pointer.from_value((args.action or {}).get("value", ""))


def _is_private(args: AsyncArgs) -> bool:
    """Tell whether the pressed message was seen by one person only, so that posting it makes sense."""
    return bool(args.body.get("container", {}).get("is_ephemeral"))
