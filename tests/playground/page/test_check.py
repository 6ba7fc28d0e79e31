from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.errors import QuicktakeError
from bot.playground.page.check import check_in_child


async def test_findings_are_those_of_quicktake_check(corpus: Path) -> None:
    (corpus / "broken.md").write_text("---\ntitle: [unclosed\n---\ntext\n")

    found = await check_in_child([corpus])

    assert [finding.code for finding in found if finding.path == corpus / "broken.md"] == ["does-not-load"]


async def test_check_that_cannot_be_done_says_why(tmp_path: Path) -> None:
    with pytest.raises(QuicktakeError, match="does not exist"):
        await check_in_child([tmp_path / "nowhere"])


async def test_check_ends_with_whoever_waits_for_it(corpus: Path) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(check_in_child([corpus]), 0.2)
