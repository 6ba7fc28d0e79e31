"""Conversation: “Answer with Quicktake” in a message's menu, which also works in threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import message_text, sending
from bot.slack.blockkit.buttons import POST_IN_THREAD, Pointer
from bot.slack.blockkit.messages import message, plain, posted

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs

    from bot.answers.answerer import Answerer
    from bot.slack.blockkit.messages import Presentation
    from bot.slack.claims import Claims
    from bot.slack.recording import Recording


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """Answers a message that somebody else, or oneself, wrote."""

    answerer: Answerer
    shown: Presentation
    claims: Claims
    recording: Recording

    async def answer_message(self, args: AsyncArgs) -> None:
        """Reply privately to the message's text; “Post in thread” puts the answer under it."""
        question, began_s = message_text.question(args.body["message"].get("text", "")), self.recording.clock()
        if not question:
            await sending.privately(args, plain(wording.NO_WORDS))
            return
        reply = self.answerer.answer(question)
        self.recording.replied(args, "shortcut", reply, began_s)
        source = args.body["message"]
        shown = self.shown.here(thread_ts=source.get("thread_ts") or source["ts"])
        await sending.privately(args, message(reply, shown))

    async def post_in_thread(self, args: AsyncArgs) -> None:
        """Post the answer under the message it was asked for; once."""
        pointer = Pointer.from_value((args.action or {}).get("value", ""))
        answer = self.answerer.show(pointer.url, pointer.question)
        if answer is None:
            await sending.privately(args, plain(wording.GONE))
            return
        made = posted(answer, args.context.user_id or "", self.shown)
        if not self.claims.claim(args, POST_IN_THREAD):
            await sending.privately(args, plain(wording.POSTED_ALREADY))
        elif await sending.to_channel(args, made, pointer.thread_ts):
            self.recording.posted(args, pointer)
            await sending.privately(args, plain(wording.POSTED_IN_THREAD))
        else:
            self.claims.give_back(args, POST_IN_THREAD)
            await sending.privately(args, plain(wording.EXPIRED))
