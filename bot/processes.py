"""Work in other processes and threads, which end when whoever started them does.

Promises that results come in the items' order, however many processes work, and whatever becomes of them. An edge:
starts processes. They are spawned, not forked: the caller may run threads and an event loop.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import active_children, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from bot.errors import QuicktakeError
from bot.progress import OnProgress, ignore

Item = TypeVar("Item")
Result = TypeVar("Result")

TIDY_UP_S = 5.0  # how long a program that is given up may take to end

_starting = threading.RLock()  # held while a process comes to be, so that none is missed when all are ended
_programs: set[subprocess.Popen[str]] = set()
_over = threading.Event()


class ChildDiedError(QuicktakeError):
    """A child process was ended from outside before its work was done."""


class _Child(SpawnProcess):
    """A process that starts only while this one goes on, and never hears of Ctrl-C: the parent decides."""

    def start(self) -> None:
        with _starting:
            if _over.is_set():
                raise OSError("this process is ending")
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # is inherited
            try:
                super().start()
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, mask)


class _Spawn(SpawnContext):
    Process = _Child


_SPAWN = _Spawn()


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_chunks(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    size: int,
    *,
    processes: int,
    niceness: int = 0,
    on_progress: OnProgress = ignore,
) -> list[Result]:
    """Do some work on chunks of items, and give all results in the items' order.

    Args:
        work: a function of a module (or a partial of one), so that other processes can find it.
        items: what to work on.
        size: how many make a chunk: a tenth of a second's work and more, so that sending them takes little of it.
        processes: how many to work with; 1 is this one alone.
        niceness: how much more they give way to others than this one does.
        on_progress: told after each chunk how many items are done, of how many.
    """
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    results: list[Result] = []
    done = 0
    for chunk, batch in zip(chunks, _batches(work, chunks, processes, niceness), strict=True):
        results += batch
        done += len(chunk)
        on_progress(done, len(items))
    return results


async def in_child(niceness: int, work: Callable[..., Result], *arguments: object) -> Result:
    """Do some work in a process that gives way to others; it is killed if nobody waits for it any more.

    Raises:
        ChildDiedError: it was killed by somebody else.
    """
    ours, theirs = _SPAWN.Pipe()
    child = _SPAWN.Process(target=_work_for_parent, args=(theirs, niceness))
    child.start()
    theirs.close()  # the child has its own: when that is gone, there is nothing to wait for
    try:
        result, failure = await asyncio.to_thread(_had_done, child, ours, (work, arguments))
    except (EOFError, OSError) as end:
        raise ChildDiedError("The work was ended from outside, perhaps for want of memory; try again.") from end
    finally:
        child.kill()
    if failure:
        raise failure
    done: Result = result
    return done


async def in_thread(work: Callable[..., Result], *arguments: object) -> Result:
    """Do some work in a thread, for which the program's end does not wait, as it does for asyncio's own.

    If nobody waits for it any more, the processes that it works with are killed.
    """
    outcome: Future[Result] = Future()
    threading.Thread(target=_fulfil, args=(outcome, work, arguments), daemon=True).start()
    try:
        return await asyncio.wrap_future(outcome)
    except asyncio.CancelledError:
        end_children()
        raise


def run_program(command: Sequence[str], *, timeout_s: float) -> str:
    """Run a program without a shell, a terminal or input, and return what it prints; ``end_children`` ends it, too.

    Raises:
        FileNotFoundError: there is none.
        subprocess.CalledProcessError: it failed; ``stderr`` says why.
        subprocess.TimeoutExpired: it took too long, and was ended.
    """
    with _start_program(command) as program:
        try:
            out, err = program.communicate(timeout=timeout_s)
        finally:
            _programs.discard(program)
            _end(program)
            with suppress(subprocess.TimeoutExpired):
                program.wait(TIDY_UP_S)
            _end(program, signal.SIGKILL)
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command, out, err)
    return out


def _start_program(command: Sequence[str]) -> subprocess.Popen[str]:
    with _starting:
        if _over.is_set():
            raise ChildDiedError("This process is ending.")
        program = subprocess.Popen(  # noqa: S603  (its callers check what they pass)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # without a terminal nothing waits for a password; and it ends with all it starts
            text=True,
        )
        _programs.add(program)
    return program


def end_children(*, for_good: bool = False) -> None:
    """End all processes that this one has started, without waiting for them; ``for_good``, none starts any more."""
    with _starting:
        if for_good:
            _over.set()
        for child in active_children():
            child.kill()
        for program in tuple(_programs):
            _end(program)


def _end(program: subprocess.Popen[str], how: signal.Signals = signal.SIGTERM) -> None:
    """End a program with all that it has started; asked kindly, git removes its lock files."""
    if program.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, how)


def _fulfil(outcome: Future[Result], work: Callable[..., Result], arguments: Sequence[object]) -> None:
    outcome.set_running_or_notify_cancel()
    try:
        outcome.set_result(work(*arguments))
    except Exception as failure:  # noqa: BLE001  (the edge)
        outcome.set_exception(failure)


def _had_done(child: BaseProcess, line: Connection, task: object) -> tuple[Any, Exception | None]:
    """Hand a task over and wait for what comes of it, in a thread: either may take as long as the child likes."""
    try:
        line.send(task)
        outcome: tuple[Any, Exception | None] = line.recv()
        return outcome
    finally:
        child.join()


def _batches(
    work: Callable[[Sequence[Item]], list[Result]], chunks: Sequence[Sequence[Item]], processes: int, niceness: int
) -> Iterator[list[Result]]:
    done = 0
    if processes > 1 and len(chunks) > 1:
        try:
            for batch in _in_processes(work, chunks, processes, niceness):
                yield batch
                done += 1
        except (BrokenProcessPool, OSError):
            pass  # processes are a matter of speed: where none can be had, or one is killed, the rest is done here
    yield from map(work, chunks[done:])


def _in_processes(
    work: Callable[[Sequence[Item]], list[Result]], chunks: Sequence[Sequence[Item]], processes: int, niceness: int
) -> Iterator[list[Result]]:
    workers = min(processes, len(chunks))
    with ProcessPoolExecutor(workers, _SPAWN, initializer=_begin, initargs=(niceness,)) as pool:
        yield from pool.map(work, chunks)


def _work_for_parent(line: Connection, niceness: int) -> None:
    _begin(niceness)
    work, arguments = line.recv()
    try:
        line.send((work(*arguments), None))
    except Exception as failure:  # noqa: BLE001  (the edge)
        failure.add_note(traceback.format_exc())  # the traceback itself stays behind
        line.send((None, failure))


def _begin(niceness: int) -> None:
    """Let this process end when the one that started it does, however that ends: it would wait for work for ever."""
    os.nice(niceness)
    threading.Thread(target=_exit_after_parent, daemon=True).start()


def _exit_after_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
