"""What holds for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.small_disk import SmallDisk, mounted

# An example's time is the machine's, not the code's: speed is measured in benchmarks, never asserted in a test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of eight megabytes, to be filled."""
    with mounted(tmp_path / "disk") as disk:
        yield disk
