"""A real disk of a few megabytes, to be filled or made read-only; only root can have one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_STEP = 1 << 16


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """What is mounted at ``folder``."""

    folder: Path

    def fill(self) -> None:
        """Leave no room for another byte."""
        with (self.folder / "filling").open("ab", buffering=0) as file:
            size = _STEP
            while size:
                try:
                    file.write(bytes(size))
                except OSError:
                    size //= 2

    def make_room(self) -> None:
        """Undo ``fill``."""
        (self.folder / "filling").unlink()

    def make_read_only(self) -> None:
        """Refuse every write from now on."""
        _run("mount", "-o", "remount,ro", str(self.folder))


@contextmanager
def mounted(folder: Path, megabytes: int = 8) -> Iterator[SmallDisk]:
    """Mount one, or skip the test where that is not allowed."""
    folder.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own)
