"""The playground as a process: its address, its end, and the app in it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parents[2]
PLAY = [sys.executable, "-m", "bot", "play"]


async def started(corpus: Path, *options: str, **environ: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    arguments = (*(options or ("--no-browser",)), "--corpus", str(corpus))
    return await asyncio.create_subprocess_exec(*PLAY, *arguments, stdout=pipe, stderr=pipe, env=os.environ | environ)


async def address_of(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    said = (await process.stdout.readline()).decode()
    return said.split()[4]


async def test_page_is_served_where_the_terminal_says_until_it_closes(corpus: Path) -> None:
    process = await started(corpus)
    async with aiohttp.ClientSession() as session, session.get(await address_of(process)) as answer:
        page = await answer.text()

    process.send_signal(signal.SIGHUP)
    _, err = await process.communicate()

    assert "<title>Quicktake playground</title>" in page
    assert (process.returncode, err) == (0, b"")


async def test_text_browser_is_not_let_into_the_terminal(corpus: Path) -> None:
    process = await started(corpus, "--port=0", BROWSER="w3m %s")
    await address_of(process)
    assert process.stdout is not None
    advice = await process.stdout.readline()

    process.send_signal(signal.SIGINT)
    await process.communicate()

    assert advice.startswith(b"No browser can be opened")


async def test_port_that_cannot_be_is_refused_in_a_sentence(corpus: Path) -> None:
    process = await started(corpus, "--no-browser", "--port=99999")
    _, err = await process.communicate()

    assert process.returncode == 2
    assert b"99999 is not in the range 0<=x<=65535" in err
    assert b"Traceback" not in err


async def test_second_playground_takes_another_port(corpus: Path) -> None:
    processes = [await started(corpus), await started(corpus)]
    addresses = [await address_of(process) for process in processes]
    for process in processes:
        process.send_signal(signal.SIGINT)
        await process.communicate()

    assert len(set(addresses)) == 2
    assert [process.returncode for process in processes] == [0, 0]


async def test_missing_folder_is_told_before_a_page_is_served(tmp_path: Path) -> None:
    process = await started(tmp_path / "nowhere")
    out, err = await process.communicate()

    assert (process.returncode, out) == (1, b"")
    assert b"does not exist" in err


async def test_corpus_without_articles_ends_it_and_is_told(tmp_path: Path) -> None:
    process = await started(tmp_path)
    _, err = await process.communicate()

    assert process.returncode == 1
    assert b"No usable article" in err
