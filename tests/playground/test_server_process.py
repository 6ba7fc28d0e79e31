from __future__ import annotations

import subprocess
import sys

FIRST = "import sys, bot.cli, bot.cli.play; print(*sys.modules)"
HEAVY = {"numpy", "sqlalchemy", "slack_bolt", "slack_sdk", "markdown_it", "yaml", "rich"}


def test_page_is_served_before_anything_heavy_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, check=True, text=True)  # noqa: S603  (our own)
    imported = set(done.stdout.split())

    assert "aiohttp" in imported
    assert not HEAVY & imported
