"""The commands as processes of their own: exit status, streams, signals."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import ExitStatus
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.workspace import PERSON
from tests.scenarios.seeing import words
from tests.small_disk import SmallDisk

COMMAND = [sys.executable, "-m", "bot"]


async def start(*arguments: str, **environ: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *COMMAND,
        *arguments,
        env={**os.environ, **environ},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def finish(*arguments: str, stdin: str = "", **environ: str) -> tuple[int | None, str, str]:
    process = await start(*arguments, **environ)
    out, err = await process.communicate(stdin.encode())
    return process.returncode, out.decode(), err.decode()


def slack_environment(slack: Emulator, corpus: Path) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "QUICKTAKE_CORPUS": str(corpus),
    }


@pytest.mark.parametrize("encoding", ["latin-1", "cp437"])
async def test_what_the_terminal_s_encoding_lacks_is_replaced(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Wer ist für “日本語” da?\nurl: /a\n---\nFür → alle: 日本語.\n")
    process = await start("ask", "--corpus", str(tmp_path), "Wer ist da?", PYTHONIOENCODING=encoding)

    out, err = await process.communicate()

    assert b"Traceback" not in err
    assert process.returncode == 0
    assert out.decode(encoding).startswith("Wer ist f")


async def test_mistakes_go_to_standard_error_with_a_status() -> None:
    status, out, err = await finish("ask", "--corpus", "nowhere", "goals")

    assert status == 1
    assert out == ""
    assert err.startswith("quicktake: ")
    assert "nowhere" in err
    assert "Traceback" not in err


async def test_run_reports_all_missing_settings_at_once() -> None:
    status, _, err = await finish("run", QUICKTAKE_ADMINS="anna")

    assert status == 1
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "QUICKTAKE_ADMINS"):
        assert name in err


async def test_run_serves_until_sigterm_and_exits_0(corpus: Path) -> None:
    async with Emulator() as slack:
        process = await start("run", **slack_environment(slack, corpus))
        await slack.wait_for(lambda: slack.is_connected, timeout_s=30)
        await slack.direct_message(PERSON.id, "what is silence good for?")
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:], timeout_s=10)

        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()

    assert process.returncode == 0
    assert "Stopped" in err.decode()
    assert "silence" not in err.decode()


async def test_run_with_the_corpus_folder_gone_and_the_disk_full_answers_from_the_last_release(
    corpus: Path, small_disk: SmallDisk
) -> None:
    data = {"QUICKTAKE_DATA_DIR": str(small_disk.folder / "data"), "QUICKTAKE_ADMINS": PERSON.id}
    await finish("preview", **data, QUICKTAKE_CORPUS=str(corpus))
    shutil.rmtree(corpus)
    small_disk.fill()

    async with Emulator() as slack:
        process = await start("run", **slack_environment(slack, corpus), **data)
        await slack.wait_for(lambda: slack.is_connected, timeout_s=60)
        await slack.direct_message(PERSON.id, "what is silence good for?")
        await slack.wait_for(lambda: slack.messages(PERSON.id)[1:], timeout_s=10)
        await slack.slash(PERSON.id, "#general", "/quicktake", "status")
        (status,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()

    assert process.returncode == 0
    assert "What is silence good for in coaching?" in words(slack.messages(PERSON.id)[1])
    for told in (words(status), err.decode()):
        assert "the corpus folder does not exist" in told
        assert "No space left on device" in told
    assert "Traceback" not in err.decode()


async def test_run_without_any_release_says_that_the_corpus_folder_is_gone() -> None:
    async with Emulator() as slack:
        status, _, err = await finish("run", **slack_environment(slack, Path("nowhere")))

    assert status == 1
    assert "nowhere: the corpus folder does not exist. Check QUICKTAKE_CORPUS" in err


async def test_run_with_a_refused_token_says_what_to_do(corpus: Path) -> None:
    async with Emulator() as slack:
        environ = slack_environment(slack, corpus) | {"SLACK_BOT_TOKEN": "xoxb-wrong"}
        status, _, err = await finish("run", **environ)

    assert status == ExitStatus.TOKEN_REFUSED
    assert "SLACK_BOT_TOKEN: Slack says invalid_auth" in err
    assert "Traceback" not in err


async def test_chat_answers_piped_lines_and_exits_0(corpus: Path) -> None:
    lines = "what is silence good for?\n/quicktake help\n@quicktake how do I set goals with a client?\n6\n"

    status, out, err = await finish("chat", "--corpus", str(corpus), stdin=lines)

    assert (status, err) == (0, "")
    assert "Silence is time to think." in out
    assert "answers from our own reviewed articles" in out
    assert "Ask the client for a number" in out


async def test_doctor_finds_nothing_wrong_with_a_good_setup(corpus: Path) -> None:
    async with Emulator(installed()) as slack:
        environ = slack_environment(slack, corpus) | {
            "QUICKTAKE_ADMINS": "U1",
            "QUICKTAKE_SITE_URL": "https://a.example",
        }
        status, out, err = await finish("doctor", **environ)

    assert (status, err) == (0, "")
    assert "SLACK_BOT_TOKEN: has the scopes of all that is switched on" in out
    assert "SLACK_APP_TOKEN: Socket Mode can be used" in out
    assert "WRONG" not in out


async def test_doctor_names_the_scopes_that_are_missing_and_what_is_left_out(corpus: Path) -> None:
    app = replace(installed(), scopes=("app_mentions:read", "commands", "im:history", "links:read"))
    async with Emulator(app) as slack:
        status, out, _ = await finish("doctor", **slack_environment(slack, corpus), QUICKTAKE_UNFURL="on")

    assert status == 1
    assert "WRONG  Answers to commands, shortcuts, mentions and direct messages: the token lacks chat:write" in out
    assert " note  Previews of articles whose address is posted: the token lacks links:write" in out
    assert " note  Suggested questions in the messages tab: the token lacks assistant:write" in out
    assert "channels:history" not in out


async def test_doctor_says_what_to_do_about_everything_at_once(corpus: Path) -> None:
    (corpus / "broken.md").write_text("nothing here")
    environ = {"QUICKTAKE_CORPUS": str(corpus), "QUICKTAKE_ADMIN": "U1", "SLACK_API_URL": "http://127.0.0.1:9/"}

    status, out, _ = await finish("doctor", **environ, SLACK_BOT_TOKEN="xoxb-1")

    assert status == 1
    assert "did you mean QUICKTAKE_ADMINS?" in out
    assert "broken.md" in out
    assert "SLACK_APP_TOKEN is not set" in out
    assert "WRONG  Slack cannot be reached at http://127.0.0.1:9/" in out


async def test_doctor_names_wrong_settings() -> None:
    status, out, _ = await finish("doctor", QUICKTAKE_LANGUAGE="klingon", SLACK_BOT_TOKEN="xapp-1")

    assert status == 1
    assert "WRONG  QUICKTAKE_LANGUAGE: there is no stemmer klingon" in out
    assert "WRONG  SLACK_BOT_TOKEN: must begin with xoxb-" in out


async def test_doctor_says_why_nothing_can_be_written_and_what_answers_all_the_same(
    corpus: Path, small_disk: SmallDisk
) -> None:
    environ = {"QUICKTAKE_CORPUS": str(corpus), "QUICKTAKE_DATA_DIR": str(small_disk.folder / "data")}
    await finish("preview", **environ)
    shutil.rmtree(corpus)
    small_disk.fill()

    status, out, _ = await finish("doctor", **environ)

    assert status == 1
    assert "WRONG  Corpus: " in out
    assert "does not exist. Check QUICKTAKE_CORPUS" in out
    assert "WRONG  I can't write to" in out
    assert "No space left on device" in out
    assert "   ok  Release 1-" in out
