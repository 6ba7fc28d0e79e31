"""Reads the arguments of a Web API call and asks for the scopes it needs.

Pure: no I/O.
"""

from __future__ import annotations

import re

from bot.playground.model import Channel, Installation, Json, RefusedError
from bot.playground.workspace import SLACKBOT, Workspace

_TS = re.compile(r"\d{1,11}\.\d{6}")


def required(arguments: Json, name: str) -> str:
    """Give a text argument.

    Raises:
        RefusedError: ``invalid_arguments``, naming it.
    """
    value = arguments.get(name)
    if not isinstance(value, str) or not value:
        raise RefusedError("invalid_arguments", (f"[ERROR] missing required field: {name}",))
    return value


def reachable_channel(workspace: Workspace, arguments: Json) -> Channel:
    """Give the channel that the bot shall act in.

    Raises:
        RefusedError: ``channel_not_found``, ``not_in_channel``, ``cannot_dm_bot`` for Slackbot's direct message, or
            ``messages_tab_disabled`` for everybody else's where the manifest has no such tab.
    """
    channel = workspace.channel(str(arguments.get("channel") or ""))
    if channel.member == SLACKBOT:
        raise RefusedError("cannot_dm_bot")
    if channel.is_direct and not workspace.installation.has_messages_tab:
        raise RefusedError("messages_tab_disabled")
    if not channel.has_bot:
        raise RefusedError("not_in_channel")
    return channel


def checked_thread(workspace: Workspace, channel: Channel, arguments: Json) -> str | None:
    """Give ``thread_ts``, the root of an existing thread or message, or None.

    Also None for one that is not there, where the workspace loses threads.

    Raises:
        RefusedError: ``invalid_thread_ts`` when it is no timestamp, ``thread_not_found`` when nothing was said then.
    """
    thread_ts = arguments.get("thread_ts")
    if thread_ts is None:
        return None
    if not isinstance(thread_ts, str) or not _TS.fullmatch(thread_ts):
        raise RefusedError("invalid_thread_ts")
    if any((message.channel, message.ts) == (channel.id, thread_ts) for message in workspace.messages):
        return thread_ts
    if workspace.loses_threads:
        return None
    raise RefusedError("thread_not_found")


def require_scope(installation: Installation, *any_of: str) -> None:
    """Want one of these scopes to be granted.

    Raises:
        RefusedError: ``missing_scope`` with ``needed`` and ``provided``.
    """
    if any_of and not set(any_of) & set(installation.scopes):
        raise RefusedError("missing_scope", needed=any_of[0], provided=",".join(installation.scopes))
