from __future__ import annotations

import subprocess
import sys

QUICK = """
import sys
from bot.cli.progress import progress
with progress("Reading") as on_progress:
    on_progress(1, 2)
print(*sys.modules)
"""


def test_what_is_quick_draws_and_imports_no_bar() -> None:
    done = subprocess.run([sys.executable, "-c", QUICK], capture_output=True, check=True, text=True)  # noqa: S603  (our own)

    assert "rich" not in done.stdout.split()
    assert done.stderr == ""
