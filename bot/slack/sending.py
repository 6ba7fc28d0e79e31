"""The one way out for messages: privately, in a thread, in place of another one, as a modal.

Here every text is escaped, once, and every payload is checked against Slack's limits. What Slack refuses all the same
is sent again as plain text, so that the person gets the answer, and the log says which article was refused and why.
"""

from __future__ import annotations

import logging
from typing import Any

from slack_sdk.errors import SlackApiError

from bot import wording
from bot.markdown.plaintext import escaped
from bot.slack import limits
from bot.slack.blockkit.composition import shorten
from bot.slack.blockkit.messages import Message, plain
from bot.slack.request import Request
from bot.slack.transport import SlackUnavailableError, WebClient

log = logging.getLogger(__name__)

ABOUT_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", "invalid_payload", "msg_blocks_too_long"})
TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"})


class Sender:
    """Sends by ``client``; what it cannot send for a minute raises SlackUnavailableError."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    async def privately(self, request: Request, message: Message) -> None:
        """Show ``message`` to the person only: by the response_url if there is one, else in a direct message."""
        await self._respond_or_post(request, message, response_type="ephemeral", replace_original=False)

    async def in_place(self, request: Request, message: Message) -> None:
        """Show ``message`` in place of the one whose button was pressed; where that is gone, in a direct message."""
        await self._respond_or_post(request, message, replace_original=True)

    async def to_everyone(self, response_url: str, message: Message, thread_ts: str = "") -> bool:
        """Post ``message`` for all in the conversation of a private one; return False if Slack no longer takes it.

        Works where the bot is no member. An ephemeral message cannot turn public, so this is a new one:
        https://docs.slack.dev/interactivity/handling-user-interaction
        """
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        how = {"response_type": "in_channel", "replace_original": False, **thread}
        return await self._respond(response_url, message, **how)

    async def post(self, message: Message, channel: str, thread_ts: str = "") -> None:
        """Post ``message`` to ``channel``, in the thread of ``thread_ts`` if given. A user id opens the direct message.

        Raises:
            SlackApiError: Slack refuses even the plain text.
        """
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        place: dict[str, Any] = {"channel": channel, **thread, "unfurl_links": False, "unfurl_media": False}
        try:
            await self._client.chat_postMessage(**payload(message), **place)
        except SlackApiError as refusal:
            if refusal.response.get("error") not in ABOUT_BLOCKS or not message.blocks:
                raise
            _log_refusal(message, refusal.response.get("error"))
            await self._client.chat_postMessage(**payload(message, as_text=True), **place)

    async def open_modal(self, request: Request, view: dict[str, Any], otherwise: Message | None = None) -> None:
        """Open ``view`` for the person who pressed; if their press has expired, say so privately.

        Where Slack refuses the view, they get ``otherwise`` privately.

        Raises:
            SlackApiError: Slack refuses the view, and there is nothing else to show.
        """
        try:
            await self._client.views_open(trigger_id=request.trigger_id, view=view)
        except SlackApiError as refusal:
            if refusal.response.get("error") in TOO_LATE:
                await self.privately(request, plain(wording.EXPIRED))
            elif refusal.response.get("error") == "invalid_arguments" and otherwise:
                _log_refusal(otherwise, refusal.response.get("error"))
                await self.privately(request, otherwise)
            else:
                raise

    async def update_modal(self, request: Request, view: dict[str, Any]) -> None:
        """Show ``view`` in place of the modal whose button was pressed."""
        await self._client.views_update(view_id=request.view_id, view=view)

    async def _respond_or_post(self, request: Request, message: Message, **how: Any) -> None:  # noqa: ANN401
        """Respond where the person is; if that cannot be done any more, or not for a minute, in a direct message."""
        try:
            is_shown = await self._respond(request.response_url, message, **how)
        except SlackUnavailableError as failure:
            log.warning("A response_url takes nothing (%s); the Web API is tried", failure)
            is_shown = False
        if not is_shown:
            await self.post(message, request.user)

    async def _respond(self, response_url: str, message: Message, **how: Any) -> bool:  # noqa: ANN401
        """Send by a response_url; return False if there is none or it is used up.

        ``how`` are Slack's own options: response_type, replace_original, thread_ts.
        """
        if not response_url:
            return False
        error = await self._client.respond(response_url, payload(message) | how)
        if error in ABOUT_BLOCKS and message.blocks:
            _log_refusal(message, error)
            error = await self._client.respond(response_url, payload(message, as_text=True) | how)
        if error:
            log.info("A response_url is of no use any more: %s", error)
        return not error


def payload(message: Message, *, as_text: bool = False) -> dict[str, Any]:
    """Return what Slack gets: the text inert, and no blocks if they break a limit of Slack's, as the log then says."""
    text = {"text": shorten(escaped(message.text), limits.MESSAGE_TEXT)}
    if as_text or not message.blocks:
        return text
    problems = limits.check_message(message.blocks, text["text"])
    if problems:
        log.error("Blocks kept back for %s: %s", message.article_url or "a message", "; ".join(problems))
        return text
    return {**text, "blocks": list(message.blocks)}


def _log_refusal(message: Message, error: object) -> None:
    log.error("Slack refused the blocks of %s: %s", message.article_url or "a message", error)
