"""The one way out for messages: privately, in a thread, in place of another one, as a modal.

Here every text is escaped, once, and every payload is checked against Slack's limits. What Slack refuses all the same
is sent again as plain text, so that the person gets the answer, and the log says which article was refused and why.
"""

from __future__ import annotations

import logging
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot import wording
from bot.markdown.plaintext import escaped
from bot.slack import limits
from bot.slack.blockkit import tables
from bot.slack.blockkit.blocks import said, sentence
from bot.slack.blockkit.composition import shorten
from bot.slack.blockkit.messages import Message, plain
from bot.slack.refusals import advise, error_code
from bot.slack.request import Request
from bot.slack.transport import SlackUnavailableError, WebClient

log = logging.getLogger(__name__)

ABOUT_BLOCKS = frozenset(
    {
        *("invalid_blocks", "invalid_blocks_format", "invalid_payload", "msg_blocks_too_long"),
        *("attachment_payload_limit_exceeded", "invalid_attachments", "too_many_attachments"),  # which tables become
    }
)
WITHDRAWN = frozenset({"thread_not_found", "message_not_found"})  # whoever asked has deleted the question
TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"})


class Sender:
    """Sends by ``client``; what it cannot send for a minute raises SlackUnavailableError."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    async def privately(self, request: Request, message: Message) -> None:
        """Show ``message`` to the person only: where they are, if there is a response_url, else in a direct message.

        In a thread that is a message of its own: of a response_url, Slack promises a thread only for what all can see.
        https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread
        """
        thread = {"thread_ts": request.private_thread} if request.private_thread else {}
        if thread and request.response_url and await self._whisper(request, message):
            return
        await self._respond_or_post(request, message, response_type="ephemeral", replace_original=False, **thread)

    async def _whisper(self, request: Request, message: Message) -> bool:
        """Show ``message`` to the person in the thread; return False if the bot may not, as where it is no member."""
        place: dict[str, Any] = {"channel": request.channel, "user": request.user, "thread_ts": request.private_thread}
        error = ""
        for payload in payloads(message):
            try:
                await self._client.chat_postEphemeral(**payload, **place)
            except SlackApiError as refusal:
                error = advise(refusal)
                if error_code(refusal) not in ABOUT_BLOCKS:
                    break
                _log_refusal(message, error_code(refusal))
            else:
                return True
        log.info("A private reply goes by the response_url: %s", error)
        return False

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

    async def reply(self, request: Request, message: Message, replaced_ts: str | None = None) -> str:
        """Post ``message`` in the thread of what somebody wrote, or show it in place of an earlier reply there.

        Where Slack lets the bot write nothing, the person gets it in a direct message, and the log says what to do.

        Returns:
            The ``ts`` of the reply; empty if there is none in that thread.
        """
        if replaced_ts and await self._replace(message, request.channel, replaced_ts):
            return replaced_ts
        try:
            return await self.post(message, request.channel, request.thread)
        except SlackApiError as refusal:
            if error_code(refusal) in WITHDRAWN:
                log.info("Nothing is said in reply: %s", advise(refusal))
                return ""
            log.error("A reply cannot be posted where the question is: %s", advise(refusal))  # noqa: TRY400  (quotes nobody)
            if request.is_direct_message or not request.user:
                raise
            await self.post(_sent_elsewhere(message), request.user)
            return ""

    async def take_back(self, channel: str, ts: str) -> None:
        """Delete a message of the bot's own; if Slack does not let it, only the log says so."""
        try:
            await self._client.chat_delete(channel=channel, ts=ts)
        except SlackApiError as refusal:
            log.warning("An outdated reply could not be deleted: %s", advise(refusal))

    async def _replace(self, message: Message, channel: str, ts: str) -> bool:
        """Change a message of the bot's own; return False if Slack does not let it be changed."""
        for payload in payloads(message):
            text = shorten(payload["text"], limits.UPDATED_TEXT)
            try:
                await self._client.chat_update(channel=channel, ts=ts, text=text, blocks=payload.get("blocks", []))
            except SlackApiError as refusal:
                if error_code(refusal) not in ABOUT_BLOCKS:
                    log.warning("A reply could not be changed: %s", advise(refusal))
                    return False
                _log_refusal(message, error_code(refusal))
            else:
                return True
        return False

    async def post(self, message: Message, channel: str, thread_ts: str = "") -> str:
        """Post ``message`` to ``channel``, in the thread of ``thread_ts`` if given. A user id opens the direct message.

        Returns:
            Its ``ts``; empty if there was no such thread any more.

        Raises:
            SlackApiError: Slack refuses even the plain text.
        """
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        place: dict[str, Any] = {"channel": channel, **thread, "unfurl_links": False, "unfurl_media": False}
        tries = payloads(message)
        for payload in tries:
            try:
                posted = await self._client.chat_postMessage(**payload, **place)
            except SlackApiError as refusal:
                if error_code(refusal) not in ABOUT_BLOCKS or payload is tries[-1]:
                    raise
                _log_refusal(message, error_code(refusal))
            else:
                return await self._keep(posted, thread_ts)
        return ""

    async def _keep(self, posted: AsyncSlackResponse, thread_ts: str) -> str:
        """Return the ``ts``, but delete a reply that landed in the channel.

        By reports, Slack posts there where the thread is gone; its documentation does not say.
        """
        told, ts = posted.get("message"), str(posted["ts"])
        if thread_ts and isinstance(told, dict) and "thread_ts" not in told:
            log.info("Nothing is said in reply: the question was deleted")
            await self.take_back(str(posted["channel"]), ts)
            return ""
        return ts

    async def open_modal(self, request: Request, view: dict[str, Any], otherwise: Message | None = None) -> None:
        """Open ``view`` for the person who pressed; if their press has expired, say so privately.

        Where Slack refuses the view, they get ``otherwise`` privately.

        Raises:
            SlackApiError: Slack refuses the view, and there is nothing else to show.
        """
        try:
            await self._client.views_open(trigger_id=request.trigger_id, view=view)
        except SlackApiError as refusal:
            if error_code(refusal) in TOO_LATE:
                await self.privately(request, plain(wording.EXPIRED))
            else:
                await self._show_otherwise(request, refusal, otherwise)

    async def update_modal(self, request: Request, view: dict[str, Any], otherwise: Message | None = None) -> None:
        """Show ``view`` in place of the modal whose button was pressed; if that is closed meanwhile, do nothing.

        Raises:
            SlackApiError: as for ``open_modal``.
        """
        try:
            await self._client.views_update(view_id=request.view_id, view=view)
        except SlackApiError as refusal:
            if error_code(refusal) != "not_found":
                await self._show_otherwise(request, refusal, otherwise)

    async def _show_otherwise(self, request: Request, refusal: SlackApiError, otherwise: Message | None) -> None:
        if not otherwise:
            raise refusal
        log.error("Slack refused the blocks of %s: %s", otherwise.article_url, advise(refusal))
        await self.privately(request, otherwise)

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
        error = ""
        for payload in payloads(message):
            quiet = {"unfurl_links": False, "unfurl_media": False}
            error = await self._client.respond(response_url, payload | quiet | how)
            if error not in ABOUT_BLOCKS:
                break
            _log_refusal(message, error)
        if error:
            log.info("A response_url is of no use any more: %s", error)
        return not error


def payloads(message: Message) -> list[dict[str, Any]]:
    """Return what Slack gets, and what it gets if it refuses that: tables as text, then nothing but text.

    Blocks that break a limit of Slack's are kept back, which the log tells.
    """
    text = {"text": shorten(escaped(message.text), limits.MESSAGE_TEXT)}
    problems = limits.check_message(message.blocks, text["text"])
    if problems:
        log.error("Blocks kept back for %s: %s", message.article_url or "a message", "; ".join(problems))
    if problems or not message.blocks:
        return [text]
    without_tables = [tables.as_text(block) if block["type"] == "table" else block for block in message.blocks]
    natively = [{**text, "blocks": list(message.blocks)}] if without_tables != list(message.blocks) else []
    return [*natively, {**text, "blocks": without_tables}, text]


def _sent_elsewhere(message: Message) -> Message:
    """Say before an answer why it comes in a direct message."""
    blocks = (sentence(said(wording.ANSWERED_ELSEWHERE)), *message.blocks) if message.blocks else ()
    return Message(f"{wording.ANSWERED_ELSEWHERE}\n{message.text}", blocks, message.article_url)


def _log_refusal(message: Message, error: object) -> None:
    log.error("Slack refused the blocks of %s: %s", message.article_url or "a message", error)
