"""What the linter says about a corpus. Pure: no I/O."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: people see an error, an author should mend a warning, a note is for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Remark(NamedTuple):
    """What a rule says: on which line of the file it looked at, and the message."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with its place and the rule it comes from; ``line`` counts from 1."""

    code: str
    severity: Severity
    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Read as compilers print it: ``file:line: code message``."""
        return f"{self.path}:{self.line}: {self.code} {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """All findings by file and line, and what was looked at."""

    findings: tuple[Finding, ...]
    files: int
    articles: int

    def counts(self) -> dict[Severity, int]:
        """Count the findings of each severity, the gravest first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    def counts_by_code(self) -> dict[str, int]:
        """Count the findings of each rule, the most frequent first."""
        return dict(Counter(finding.code for finding in self.findings).most_common())

    def is_clean(self, *, strict: bool = False) -> bool:
        """Tell whether nothing has to be mended: no errors, and with ``strict`` no warnings either."""
        counts = self.counts()
        return not counts[Severity.ERROR] and not (strict and counts[Severity.WARNING])
