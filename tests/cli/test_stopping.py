"""The end of ``quicktake run``: as told, at any moment; or by itself, with a status that says why.

How long it takes is measured by ``benchmarks/faults.py``; here, whatever does not end fails.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.cli.run import _end_of
from bot.errors import DeafError, ExitStatus
from bot.playground.emulator import Emulator
from bot.playground.workspace import PERSON
from tests.cli.test_process import slack_environment, start
from tests.corpus.samples import write_article
from tests.test_processes import heard, pipe

__all__ = ["pipe"]  # a fixture

Environ = dict[str, str]
Order = Callable[[Emulator], None]

TERM, INTERRUPT = signal.SIGTERM, signal.SIGINT


@pytest.fixture
async def slack() -> AsyncIterator[Emulator]:
    async with Emulator(ack_limit_s=1.0) as emulator:
        yield emulator


@asynccontextmanager
async def process_of(environ: Environ) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await start("run", **environ)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def read_until(process: asyncio.subprocess.Process, said: str) -> str:
    """Read standard error up to a line, and return what was read."""
    assert process.stderr
    read = ""
    async with asyncio.timeout(60):
        while said not in read:
            line = await process.stderr.readline()
            assert line, f"ended before “{said}”:\n{read}"
            read += line.decode()
    return read


async def end(process: asyncio.subprocess.Process, *signals: signal.Signals) -> str:
    """Send signals, each once the last one has been taken, and return what was still said."""
    for one in signals:
        process.send_signal(one)
        await asyncio.wait({asyncio.ensure_future(process.wait())}, timeout=0.1)
        if process.returncode is not None:
            break
    async with asyncio.timeout(20):
        _, err = await process.communicate()
    return err.decode()


@pytest.mark.parametrize("signals", [(TERM,), (INTERRUPT,), (TERM, TERM), (INTERRUPT, INTERRUPT)])
async def test_told_while_serving_it_ends_in_good_order(
    slack: Emulator, corpus: Path, signals: tuple[signal.Signals, ...]
) -> None:
    async with process_of(slack_environment(slack, corpus)) as process:
        await read_until(process, "Connected to")

        await end(process, *signals)

    assert process.returncode == ExitStatus.STOPPED
    await slack.wait_for(lambda: not slack.is_connected)


def answer_503(slack: Emulator) -> None:
    slack.faults.server_error("websocket", times=None, status=503)


def refuse_addresses(slack: Emulator) -> None:
    slack.faults.server_error("apps.connections.open", times=None, status=503)


def hang_in_the_handshake(slack: Emulator) -> None:
    slack.faults.hang("websocket")


def hang_at_the_first_call(slack: Emulator) -> None:
    slack.faults.hang("auth.test")


@pytest.mark.parametrize("order", [answer_503, refuse_addresses, hang_in_the_handshake, hang_at_the_first_call])
async def test_told_while_it_cannot_connect_it_ends(slack: Emulator, corpus: Path, order: Order) -> None:
    order(slack)
    async with process_of(slack_environment(slack, corpus)) as process:
        await slack.wait_for(lambda: slack.calls or slack.faults.ordered == (), timeout_s=60)

        err = await end(process, TERM)

    assert process.returncode == ExitStatus.STOPPED
    assert "Traceback" not in err


@pytest.mark.parametrize("order", [answer_503, hang_in_the_handshake, refuse_addresses])
async def test_told_while_it_connects_anew_it_ends(slack: Emulator, corpus: Path, order: Order) -> None:
    async with process_of(slack_environment(slack, corpus)) as process:
        await read_until(process, "Connected to")
        order(slack)
        slack.faults.drop()
        await slack.wait_for(lambda: len([call for call in slack.calls if "connections" in call.method]) > 1)

        await end(process, TERM)

    assert process.returncode == ExitStatus.STOPPED


@pytest.mark.parametrize("signals", [(TERM,), (TERM, TERM)])
async def test_told_while_a_reply_hangs_it_does_not_wait_for_ever(
    slack: Emulator, corpus: Path, signals: tuple[signal.Signals, ...]
) -> None:
    async with process_of(slack_environment(slack, corpus)) as process:
        await read_until(process, "Connected to")
        slack.faults.hang("chat.postMessage")
        await slack.direct_message(PERSON.id, "what is silence good for?")
        await slack.wait_for(lambda: slack.faults.ordered == ())

        await end(process, *signals)

    assert process.returncode == ExitStatus.STOPPED


async def test_told_while_the_other_end_is_dead_it_ends(slack: Emulator, corpus: Path) -> None:
    async with process_of(slack_environment(slack, corpus)) as process:
        await read_until(process, "Connected to")
        slack.faults.half_open()

        await end(process, TERM)

    assert process.returncode == ExitStatus.STOPPED


async def test_told_while_git_clones_it_ends_and_git_with_it(
    slack: Emulator, corpus: Path, tmp_path: Path, pipe: tuple[Path, int]
) -> None:
    path, reading_end = pipe
    git = tmp_path / "bin" / "git"
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\nexec >{path}\nprintf clone\nsleep 1000\n")
    git.chmod(0o755)
    environ = slack_environment(slack, corpus) | {
        "PATH": f"{git.parent}:{os.environ['PATH']}",
        "QUICKTAKE_CORPUS": "git+https://example.org/articles.git",
    }
    async with process_of(environ) as process:
        begun = await heard(reading_end)

        await end(process, TERM)
        rest = await heard(reading_end)

    assert begun == b"clone"
    assert rest == b""
    assert process.returncode == ExitStatus.STOPPED


@pytest.mark.parametrize("signals", [(TERM,), (INTERRUPT, INTERRUPT)])
async def test_told_while_articles_are_loaded_in_child_processes_it_ends(
    slack: Emulator, tmp_path: Path, signals: tuple[signal.Signals, ...]
) -> None:
    corpus = tmp_path / "many"
    article = write_article(corpus, "article.md")
    for number in range(12_000):
        (corpus / f"{number}.md").hardlink_to(article)
    async with process_of(slack_environment(slack, corpus)) as process:
        await children_of(process)

        err = await end(process, *signals)

    assert process.returncode == ExitStatus.STOPPED
    assert "Traceback" not in err


async def children_of(process: asyncio.subprocess.Process) -> None:
    """Wait until the process has started others."""
    async with asyncio.timeout(60):
        while not any(path.read_text() for path in Path(f"/proc/{process.pid}/task").glob("*/children")):
            await asyncio.wait({asyncio.ensure_future(process.wait())}, timeout=0.02)
            assert process.returncode is None


# What ends it by itself.


async def test_slack_that_cannot_be_reached_at_the_start_is_told_and_waited_for(corpus: Path) -> None:
    async with Emulator() as gone:
        port = int(gone.workspace.address.rpartition(":")[2])
        environ = slack_environment(gone, corpus)
    async with process_of(environ) as process:
        said = await read_until(process, "Slack cannot be reached")
        async with Emulator(gone.installation, port=port) as slack:
            assert slack.api_url == environ["SLACK_API_URL"]
            said += await read_until(process, "Connected to")
            said += await end(process, TERM)

    assert process.returncode == ExitStatus.STOPPED
    assert "Check the network" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(("name", "value"), [("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")])
async def test_refused_token_ends_the_start(slack: Emulator, corpus: Path, name: str, value: str) -> None:
    async with process_of(slack_environment(slack, corpus) | {name: value}) as process:
        _, err = await process.communicate()

    assert process.returncode == ExitStatus.TOKEN_REFUSED
    assert f"{name}: Slack says invalid_auth: the token is wrong" in err.decode()
    assert "Traceback" not in err.decode()


async def test_bot_token_that_is_revoked_while_serving_ends_it_with_one_sentence(slack: Emulator, corpus: Path) -> None:
    async with process_of(slack_environment(slack, corpus)) as process:
        await read_until(process, "Connected to")
        slack.faults.refuse("*", "token_revoked", times=None)
        await slack.direct_message(PERSON.id, "what is silence good for?")
        _, err = await process.communicate()

    assert process.returncode == ExitStatus.TOKEN_REFUSED
    assert err.decode().count("SLACK_BOT_TOKEN: Slack says token_revoked") == 1


async def test_app_token_that_is_revoked_while_serving_ends_it(slack: Emulator, corpus: Path) -> None:
    async with process_of(slack_environment(slack, corpus)) as process:
        await read_until(process, "Connected to")
        slack.faults.refuse("apps.connections.open", "token_revoked", times=None)
        slack.faults.drop()
        _, err = await process.communicate()

    assert process.returncode == ExitStatus.TOKEN_REFUSED
    assert "SLACK_APP_TOKEN: Slack says token_revoked" in err.decode()
    assert "Traceback" not in err.decode()


async def test_deafness_and_mistakes_of_ours_have_statuses_of_their_own(caplog: pytest.LogCaptureFixture) -> None:
    async def fail(failure: Exception) -> None:
        raise failure

    statuses = [
        await _end_of(asyncio.create_task(fail(DeafError("Slack has not been heard for 300 seconds")))),
        await _end_of(asyncio.create_task(fail(KeyError("a secret question")))),
    ]

    assert statuses == [ExitStatus.DEAF, ExitStatus.CRASHED]
    assert "Slack has not been heard for 300 seconds" in caplog.text
    assert "secret" not in caplog.text
