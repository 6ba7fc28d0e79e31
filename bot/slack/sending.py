"""The ways a message leaves: privately, in a thread, in place of another one.

Every payload is checked against Slack's limits first. What Slack refuses all the same is sent again as plain text, so
that the person gets the answer, and the log says which article was refused and why.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot import wording
from bot.slack import limits
from bot.slack.blockkit.messages import Message, plain

if TYPE_CHECKING:
    from slack_bolt.kwargs_injection.async_args import AsyncArgs
    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.webhook import WebhookResponse

log = logging.getLogger(__name__)

REFUSED_PAYLOAD = frozenset({400, 500})  # what a response_url answers to blocks it does not like; 404 is: used up
RETRYABLE_AS_TEXT = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})


async def privately(args: AsyncArgs, message: Message) -> None:
    """Show ``message`` to the person only: by the response_url if there is one, else in a direct message."""
    if not await _respond(args, message, response_type="ephemeral", replace_original=False):
        await in_thread(args, message, args.context.user_id or "")


async def in_place(args: AsyncArgs, message: Message) -> None:
    """Show ``message`` in place of the one whose button was pressed; where that is gone, as ``privately`` does."""
    if not await _respond(args, message, replace_original=True):
        await in_thread(args, message, args.context.user_id or "")


async def to_channel(args: AsyncArgs, message: Message, thread_ts: str | None = None) -> bool:
    """Post ``message`` for all in the conversation of a private one, member or not; False if Slack no longer takes it.

    An ephemeral message cannot turn public, so this is a new one: https://docs.slack.dev/interactivity/handling-user-interaction
    """
    thread = {"thread_ts": thread_ts} if thread_ts else {}
    return await _respond(args, message, response_type="in_channel", replace_original=False, **thread)


async def in_thread(args: AsyncArgs, message: Message, channel: str, thread_ts: str | None = None) -> None:
    """Post ``message`` to ``channel`` (a user id opens the direct message), in the thread of ``thread_ts`` if given.

    Raises:
        SlackApiError: Slack refuses even the plain text.
    """
    await post(args.client, message, channel, thread_ts)


async def post(client: AsyncWebClient, message: Message, channel: str, thread_ts: str | None = None) -> None:
    """Post as ``in_thread`` does, without anybody having asked.

    Raises:
        SlackApiError: Slack refuses even the plain text.
    """
    place: dict[str, Any] = {"channel": channel, "thread_ts": thread_ts, "unfurl_links": False, "unfurl_media": False}
    try:
        await client.chat_postMessage(text=message.text, blocks=checked(message), **place)
    except SlackApiError as refusal:
        if refusal.response.get("error") not in RETRYABLE_AS_TEXT:
            raise
        _log_refusal(message, refusal.response)
        await client.chat_postMessage(text=message.text, **place)


async def open_modal(args: AsyncArgs, view: dict[str, Any], otherwise: Message | None = None) -> None:
    """Open ``view`` for the person who pressed; if their press has expired, say so privately.

    Where Slack refuses the view, they get ``otherwise`` privately.

    Raises:
        SlackApiError: Slack refuses the view, and there is nothing else to show.
    """
    try:
        await args.client.views_open(trigger_id=args.body["trigger_id"], view=view)
    except SlackApiError as refusal:
        if refusal.response.get("error") in {"expired_trigger_id", "exchanged_trigger_id"}:
            await privately(args, plain(wording.EXPIRED))
        elif refusal.response.get("error") == "invalid_arguments" and otherwise:
            _log_refusal(otherwise, refusal.response)
            await privately(args, otherwise)
        else:
            raise


async def update_modal(args: AsyncArgs, view: dict[str, Any]) -> None:
    """Show ``view`` in place of the modal whose button was pressed."""
    await args.client.views_update(view_id=args.body["view"]["id"], view=view)


def checked(message: Message) -> list[dict[str, Any]] | None:
    """Return the blocks to send: none if they break a limit of Slack's, which the log then tells."""
    problems = limits.check_message(message.blocks, message.text)
    if problems:
        log.error("Blocks kept back for %s: %s", message.article_url or "a message", "; ".join(problems))
    return None if problems or not message.blocks else list(message.blocks)


async def through(args: AsyncArgs, response_url: str, message: Message, **how: Any) -> bool:  # noqa: ANN401
    """Send by a response_url; False if it is used up. A refusal never raises there: the status tells.

    ``how`` are Slack's own options: response_type, replace_original, thread_ts.
    """
    client = AsyncWebhookClient(
        response_url, proxy=args.client.proxy, ssl=args.client.ssl, retry_handlers=args.client.retry_handlers
    )
    response = await _sent(client, {"text": message.text, "blocks": checked(message), **how})
    if response.status_code not in REFUSED_PAYLOAD or not message.blocks:
        return response.status_code == 200
    _log_refusal(message, response.body)
    return (await _sent(client, {"text": message.text, **how})).status_code == 200


async def _sent(client: AsyncWebhookClient, payload: dict[str, Any]) -> WebhookResponse:
    """Send, and once more where Slack itself fails: there, slack_sdk's own retries are for rate limits only."""
    response = await client.send_dict(payload)
    return response if response.status_code < 500 else await client.send_dict(payload)


async def _respond(args: AsyncArgs, message: Message, **how: Any) -> bool:  # noqa: ANN401  (as above)
    return bool(args.context.response_url) and await through(args, args.context.response_url or "", message, **how)


def _log_refusal(message: Message, answer: object) -> None:
    log.error("Slack refused the blocks of %s: %s", message.article_url or "a message", answer)
