"""What goes to the log: our own lines, and of the libraries' only warnings. A leaf.

Questions, user ids, tokens and addresses that carry a key never get there, at any level. Libraries log whole payloads
at DEBUG, so they stay at levels of their own; what is left is searched for keys before it is written.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
import threading
from typing import Any

from bot.background import trace

log = logging.getLogger(__name__)

LEVELS = {
    "aiohttp": logging.WARNING,
    "asyncio": logging.ERROR,  # its warnings quote the arguments of what was slow
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "huggingface_hub": logging.WARNING,
    "slack_bolt": logging.ERROR,  # it warns at each start that it has a client
    "slack_sdk": logging.ERROR,
    "sqlalchemy": logging.WARNING,
    "urllib3": logging.WARNING,
}
"""The lowest level of each library that has something to hide, or much to say."""

_SECRETS = re.compile(
    r"\bx(?:ox[a-z]|app)-[\w-]+"  # tokens
    r"|\bwss?://\S+"  # addresses of connections, good once
    r"|\bhttps?://\S+/(?:actions|app|commands|response|services)/\S+"  # response_urls
)


def configure(level: str) -> None:
    """Log to standard error, ours from ``level`` on; what nobody catches goes there without its message."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=max(logging.getLevelNamesMapping()[level], logging.WARNING), handlers=[handler])
    logging.getLogger("bot").setLevel(level)
    silence_libraries()
    threading.excepthook = _log_failed_thread
    sys.excepthook = lambda _kind, failure, _trace: log.critical("The process has failed\n%s", trace(failure))


def silence_libraries() -> None:
    """Keep libraries from logging what people write, whatever level the root logger has."""
    for name, level in LEVELS.items():
        logging.getLogger(name).setLevel(level)


def log_failed_callback(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what an event loop could hand to nobody; asyncio's own way quotes messages and arguments."""
    failure = context.get("exception")
    log.error("The event loop has caught a failure\n%s", trace(failure) if failure else "")


class RedactingFormatter(logging.Formatter):
    """Writes a record without the keys that may stand in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line.

        >>> RedactingFormatter().format(logging.makeLogRecord({"msg": "xoxb-1234 is refused"}))
        '[secret] is refused'
        """
        return _SECRETS.sub("[secret]", super().format(record))


def _log_failed_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value:
        log.error("A thread has failed\n%s", trace(failed.exc_value))
