"""What is committed survives a process that is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.journal.store import Journal
from tests.journal.world import Clock

# Records without end, and prints the number of each event once it and all before it are committed.
WRITER = """
import sys
from pathlib import Path
from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.store.database import Database
from tests.journal.world import Clock, asked

folder = Path(sys.argv[1])
journal = Journal.to_record(Database.in_folder(folder), folder, Mode.TEXT, 180, Clock())
number = 0
while True:
    for _ in range(20):
        number += 1
        journal.record(asked(f"question {number}"))
    assert journal.flush()
    print(number, flush=True)
"""
ROUNDS = 3


def test_killed_under_load_it_loses_nothing_committed_and_opens_again(tmp_path: Path) -> None:
    committed = sum(killed_after_some_commits(tmp_path) for _ in range(ROUNDS))

    journal = Journal.to_look_into(tmp_path, Clock())

    kept = sum(1 for _ in journal.rows())
    journal.close()
    assert kept >= committed > 0
    assert journal.problems() == ()


def killed_after_some_commits(folder: Path) -> int:
    """Return the last number the writer reported before SIGKILL."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603  (our own)
        assert writer.stdout is not None
        reported = [int(line) for line, _ in zip(writer.stdout, range(10), strict=False)]
        writer.kill()
        reported += [int(line) for line in writer.stdout if line.endswith("\n")]
    return reported[-1]
