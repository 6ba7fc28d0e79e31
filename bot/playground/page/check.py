"""``quicktake check`` in a process of its own: minutes of work at full size, which nobody who asks the bot shall feel.

An edge: starts a process, and ends it when nobody waits for it any more.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import TYPE_CHECKING

from bot.corpus.check.findings import Finding, Severity
from bot.errors import QuicktakeError

if TYPE_CHECKING:
    from collections.abc import Sequence

NICENESS = 10


async def check_in_child(folders: Sequence[Path]) -> tuple[Finding, ...]:
    """Give all that the check finds in the folders.

    Raises:
        QuicktakeError: it cannot be done; says why.
    """
    command = (sys.executable, "-m", "bot", "check", "--json", *map(str, folders))
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE, start_new_session=True)
    try:
        with contextlib.suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        written, complaints = await process.communicate()
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()
    is_done = process.returncode == 0 or (process.returncode == 1 and written)
    if not is_done:
        last_words = complaints.decode(errors="replace").strip().rpartition("\n")[2]
        raise QuicktakeError(last_words or f"quicktake check ended with status {process.returncode}")
    return tuple(_finding(line) for line in written.splitlines())


def _finding(line: bytes) -> Finding:
    written = json.loads(line)
    return Finding(
        code=written["code"],
        severity=Severity(written["severity"]),
        path=Path(written["path"]),
        line=written["line"],
        message=written["message"],
    )
