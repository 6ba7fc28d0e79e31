from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import pytest

from bot.processes import ChildDiedError, in_child, in_thread, map_chunks

ITEMS = range(10)


def squares(numbers: Sequence[int]) -> list[int]:
    return [number**2 for number in numbers]


def squares_unless_a_child(numbers: Sequence[int]) -> list[int]:
    if parent_process():
        die()
    return squares(numbers)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise LookupError("nothing here")


def hold(path: Path, _numbers: Sequence[int] = ()) -> list[int]:
    """Tell by a pipe that this process is alive, and live on."""
    os.write(os.open(path, os.O_WRONLY), b"alive")
    signal.pause()
    return []


def hold_in_processes(path: Path) -> None:
    map_chunks(partial(hold, path), ITEMS, 5, processes=2)


def hold_in_children(path: Path) -> None:
    map_chunks(partial(hold_unless_here, path), ITEMS, 5, processes=2)


def hold_unless_here(path: Path, numbers: Sequence[int]) -> list[int]:
    return hold(path) if parent_process() else squares(numbers)


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A pipe for ``hold``, and the end where its word is read; at its end once all who hold it are gone."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(end, True)
    yield path, end
    os.close(end)


async def heard(end: int) -> bytes:
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(end, readable.set)
    await asyncio.wait_for(readable.wait(), 30)
    loop.remove_reader(end)
    return os.read(end, 5)


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_items_order(processes: int) -> None:
    assert map_chunks(squares, ITEMS, 3, processes=processes) == [number**2 for number in ITEMS]


def test_progress_counts_items_not_results() -> None:
    told: list[tuple[int, int]] = []

    map_chunks(lambda _: [], ITEMS, 4, processes=1, on_progress=lambda done, total: told.append((done, total)))

    assert told == [(4, 10), (8, 10), (10, 10)]


def test_what_a_killed_process_leaves_is_done_here() -> None:
    assert map_chunks(squares_unless_a_child, ITEMS, 3, processes=2) == [number**2 for number in ITEMS]


async def test_child_gives_its_result() -> None:
    assert await in_child(1, squares, (2, 3)) == [4, 9]


async def test_child_takes_more_than_a_pipe_holds() -> None:
    assert await in_child(1, len, bytes(10_000_000)) == 10_000_000


async def test_failure_of_a_child_is_raised_and_tells_where_it_was() -> None:
    with pytest.raises(LookupError, match="nothing here") as failure:
        await in_child(1, fail)

    assert "in fail" in failure.value.__notes__[0]


async def test_killed_child_is_told_apart_from_a_failure() -> None:
    with pytest.raises(ChildDiedError, match="ended from outside"):
        await in_child(1, die)


@pytest.mark.parametrize("work", [hold, hold_in_processes])
async def test_child_ends_with_all_it_started_when_nobody_waits_for_it(
    work: Callable[[Path], object], pipe: tuple[Path, int]
) -> None:
    path, end = pipe
    waiting = asyncio.create_task(in_child(1, work, path))
    first = await heard(end)

    waiting.cancel()
    rest = [await heard(end), await heard(end)]

    assert first == b"alive"
    assert rest[-1] == b""


async def test_thread_gives_its_result() -> None:
    assert await in_thread(squares, (2, 3)) == [4, 9]


async def test_failure_in_a_thread_is_raised() -> None:
    with pytest.raises(LookupError, match="nothing here"):
        await in_thread(fail)


async def test_processes_of_a_thread_end_when_nobody_waits_for_it(pipe: tuple[Path, int]) -> None:
    path, end = pipe
    waiting = asyncio.create_task(in_thread(hold_in_children, path))
    first = await heard(end)

    waiting.cancel()
    rest = [await heard(end), await heard(end)]

    assert first == b"alive"
    assert rest[-1] == b""
