"""Everything that can go wrong and that somebody catches.

A leaf. The tree::

    QuicktakeError            a person can mend it; the message says what, where and how
    ├── SettingsError         the environment is wrong; lists every problem at once
    ├── ReleaseError          (bot.releases.folder) a release cannot be staged, activated or rolled back to
    ├── GitError              (bot.corpus.git) a repository cannot be had
    ├── EmbeddingError        no sentence-embedding model can be used; the bot then searches by words alone
    ├── CorpusError           no usable corpus: a path that does not exist, or no article in it
    └── ConnectionRefusedBySlackError
                              Slack cannot be reached, or refuses a token
"""

from __future__ import annotations

from collections.abc import Sequence


class QuicktakeError(Exception):
    """A mistake that a person can mend; its text is written for that person."""


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
    """Slack cannot be reached, or refuses a token; the text names the setting and what to do."""
