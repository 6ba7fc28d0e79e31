"""The one way out: privately, in a thread, in place of another message, as a modal.

Every payload is checked against Slack's limits first. What Slack refuses all the same is sent again as plain text, so
that the person gets the answer, and the log says which article was refused and why.
"""

from __future__ import annotations

import logging
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook import WebhookResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import wording
from bot.slack import limits
from bot.slack.blockkit.messages import Message, plain
from bot.slack.request import Request

log = logging.getLogger(__name__)

REFUSED_PAYLOAD = frozenset({400, 500})  # what a response_url answers to blocks it does not like; 404 is: used up
RETRYABLE_AS_TEXT = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})


class Sender:
    """Sends by ``client`` and by the ``response_url`` that comes with what people press and type."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def privately(self, request: Request, message: Message) -> None:
        """Show ``message`` to the person only: by the response_url if there is one, else in a direct message."""
        how = {"response_type": "ephemeral", "replace_original": False}
        if not await self.respond(request.response_url, message, **how):
            await self.post(message, request.user)

    async def in_place(self, request: Request, message: Message) -> None:
        """Show ``message`` in place of the one whose button was pressed; where that is gone, in a direct message."""
        if not await self.respond(request.response_url, message, replace_original=True):
            await self.post(message, request.user)

    async def to_everyone(self, response_url: str, message: Message, thread_ts: str = "") -> bool:
        """Post ``message`` for all in the conversation of a private one; return False if Slack no longer takes it.

        Works where the bot is no member. An ephemeral message cannot turn public, so this is a new one:
        https://docs.slack.dev/interactivity/handling-user-interaction
        """
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        how = {"response_type": "in_channel", "replace_original": False, **thread}
        return await self.respond(response_url, message, **how)

    async def post(self, message: Message, channel: str, thread_ts: str = "") -> None:
        """Post ``message`` to ``channel``, in the thread of ``thread_ts`` if given. A user id opens the direct message.

        Raises:
            SlackApiError: Slack refuses even the plain text.
        """
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        place: dict[str, Any] = {"channel": channel, **thread, "unfurl_links": False, "unfurl_media": False}
        try:
            await self._client.chat_postMessage(text=message.text, blocks=_check(message), **place)
        except SlackApiError as refusal:
            if refusal.response.get("error") not in RETRYABLE_AS_TEXT:
                raise
            _log_refusal(message, refusal.response)
            await self._client.chat_postMessage(text=message.text, **place)

    async def open_modal(self, request: Request, view: dict[str, Any], otherwise: Message | None = None) -> None:
        """Open ``view`` for the person who pressed; if their press has expired, say so privately.

        Where Slack refuses the view, they get ``otherwise`` privately.

        Raises:
            SlackApiError: Slack refuses the view, and there is nothing else to show.
        """
        try:
            await self._client.views_open(trigger_id=request.trigger_id, view=view)
        except SlackApiError as refusal:
            if refusal.response.get("error") in {"expired_trigger_id", "exchanged_trigger_id"}:
                await self.privately(request, plain(wording.EXPIRED))
            elif refusal.response.get("error") == "invalid_arguments" and otherwise:
                _log_refusal(otherwise, refusal.response)
                await self.privately(request, otherwise)
            else:
                raise

    async def update_modal(self, request: Request, view: dict[str, Any]) -> None:
        """Show ``view`` in place of the modal whose button was pressed."""
        await self._client.views_update(view_id=request.view_id, view=view)

    async def respond(self, response_url: str, message: Message, **how: Any) -> bool:  # noqa: ANN401
        """Send by a response_url; return False if there is none or it is used up.

        ``how`` are Slack's own options: response_type, replace_original, thread_ts.
        """
        if not response_url:
            return False
        response = await self._respond(response_url, {"text": message.text, "blocks": _check(message), **how})
        if response.status_code not in REFUSED_PAYLOAD or not message.blocks:
            return response.status_code == 200
        _log_refusal(message, response.body)
        return (await self._respond(response_url, {"text": message.text, **how})).status_code == 200

    async def _respond(self, response_url: str, payload: dict[str, Any]) -> WebhookResponse:
        """Send, and once more where Slack itself fails: there, slack_sdk's own retries are for rate limits only."""
        mine = self._client
        url = AsyncWebhookClient(response_url, proxy=mine.proxy, ssl=mine.ssl, retry_handlers=mine.retry_handlers)
        response = await url.send_dict(payload)
        return response if response.status_code < 500 else await url.send_dict(payload)


def _check(message: Message) -> list[dict[str, Any]] | None:
    """Return the blocks to send: none if they break a limit of Slack's, which the log then tells."""
    problems = limits.check_message(message.blocks, message.text)
    if problems:
        log.error("Blocks kept back for %s: %s", message.article_url or "a message", "; ".join(problems))
    return None if problems or not message.blocks else list(message.blocks)


def _log_refusal(message: Message, answer: object) -> None:
    log.error("Slack refused the blocks of %s: %s", message.article_url or "a message", answer)
