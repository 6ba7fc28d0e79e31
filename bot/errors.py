"""Everything that can go wrong and that somebody catches.

A leaf. The tree::

    QuicktakeError            a person can mend it; the message says what, where and how
    ├── SettingsError         the environment is wrong; lists every problem at once
    ├── ReleaseError          (bot.releases.folder) a release cannot be staged, activated or rolled back to
    ├── GitError              (bot.corpus.git) a repository cannot be had
    ├── EmbeddingError        no sentence-embedding model can be used; the bot then searches by words alone
    ├── CorpusError           no usable corpus: a path that does not exist, or no article in it
    ├── ConnectionRefusedBySlackError
    │   │                     Slack cannot be reached, or refuses what is asked
    │   └── TokenRefusedError Slack refuses a token: trying again is of no use
    └── DeafError             Slack has not been heard for too long: a restart may help
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import ClassVar


class ExitStatus(enum.IntEnum):
    """What the end of a process tells whoever started it; the last three are those of sysexits.h."""

    STOPPED = 0
    """Ended as it was told to, or done."""
    MISTAKE = 1
    """A person has to mend something: settings, articles; standard error says what."""
    USAGE = 2
    """The command line was wrong."""
    CRASHED = 70
    """A bug of ours: the traceback is on standard error."""
    DEAF = 75
    """Slack was not heard for five minutes: start it again."""
    TOKEN_REFUSED = 77
    """Slack refuses a token: start it again once there is a new one."""


class QuicktakeError(Exception):
    """A mistake that a person can mend; its text is written for that person."""

    exit_status: ClassVar[ExitStatus] = ExitStatus.MISTAKE


class SettingsError(QuicktakeError):
    """One or more settings are missing or wrong.

    Attributes:
        problems: one sentence each, beginning with the setting's name.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class CorpusError(QuicktakeError):
    """The corpus cannot be served at all."""


class EmbeddingError(QuicktakeError):
    """A sentence-embedding model cannot be used; the text says which, and why."""


class ConnectionRefusedBySlackError(QuicktakeError):
    """Slack cannot be reached, or refuses what is asked; the text says what to do.

    Attributes:
        retry_after_s: how long Slack asks to wait; 0 if it does not say.
    """

    def __init__(self, text: str, retry_after_s: float = 0.0) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(text)


class TokenRefusedError(ConnectionRefusedBySlackError):
    """Slack refuses a token; the text names the setting and what to do."""

    exit_status = ExitStatus.TOKEN_REFUSED


class DeafError(QuicktakeError):
    """Slack has not been heard for too long."""

    exit_status = ExitStatus.DEAF
