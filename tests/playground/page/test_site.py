from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.emulator import Emulator
from bot.playground.page.article_updates import Library
from bot.playground.page.assets import STATIC, Assets
from bot.playground.page.authoring import Authoring
from bot.playground.page.site import Site
from bot.playground.workspace import GENERAL, PERSON


def explain(question: str) -> dict[str, Any]:
    return {"question": question}


@pytest.fixture
async def slack(library: Library) -> AsyncIterator[Emulator]:
    emulator = Emulator(ack_limit_s=0.3)
    site = Site(emulator)
    site.install()
    site.admit(Authoring(library, explain))
    async with emulator:
        yield emulator


@pytest.fixture
async def browser(slack: Emulator) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(f"http://{slack.workspace.address}") as session:
        yield session


async def test_page_may_load_nothing_from_elsewhere(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        page = await answer.text()

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
    assert "<script type=" in page


async def test_every_file_that_the_page_names_is_served_to_be_kept(browser: aiohttp.ClientSession) -> None:
    named = await addresses(browser)

    assert any(address.endswith("/js/main.js") for address in named)
    for address in named:
        async with browser.get(address) as answer:
            assert (answer.status, answer.headers["Cache-Control"]) == (200, "max-age=31536000, immutable"), address


async def addresses(browser: aiohttp.ClientSession) -> list[str]:
    """Of the files that the page names."""
    async with browser.get("/") as answer:
        return re.findall(r'"(/page/static[^"]+)"', await answer.text())


def test_changed_file_has_another_address(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text("let it = 1;")
    before = Assets(tmp_path).version
    (tmp_path / "main.js").write_text("let it = 2;")

    assert Assets(tmp_path).version != before


async def test_file_of_another_version_is_not_served(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/page/static-of-yesterday/js/main.js") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("name", ["../site.py", "%2e%2e/site.py", "nothing.js", "js"])
async def test_no_other_file_is_served(browser: aiohttp.ClientSession, name: str) -> None:
    folder = (await addresses(browser))[0].rpartition("/")[0]

    async with browser.get(f"{folder}/{name}") as answer:
        assert answer.status == 404


async def test_socket_tells_the_workspace_then_news(browser: aiohttp.ClientSession, client: AsyncWebClient) -> None:
    async with browser.ws_connect("/page/live") as socket:
        known = (await socket.receive_json())["workspace"]
        await client.chat_postMessage(channel=GENERAL.id, text="hello")
        texts: list[str] = []
        while "hello" not in texts:
            news = (await socket.receive_json(timeout=5)).get("news", {})
            texts += [message["text"] for message in news.get("messages", {}).values()]

    assert [user["role"] for user in known["users"]] == ["person", "admin", "outsider"]
    assert known["commands"] == ["/quicktake"]


async def test_deed_is_answered_with_its_number(browser: aiohttp.ClientSession, slack: Emulator) -> None:
    deed = {"number": 7, "do": "say", "user": PERSON.id, "channel": GENERAL.id, "text": "hello"}

    async with browser.ws_connect("/page/live") as socket:
        await socket.send_json(deed)
        while (done := await socket.receive_json(timeout=5)).get("done") != 7:
            pass

    assert done == {"done": 7, "acked": True}
    assert [message.text for message in slack.messages("#general")] == ["hello"]


async def test_page_of_another_site_gets_no_socket(browser: aiohttp.ClientSession) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await browser.ws_connect("/page/live", origin="http://evil.example")

    assert refused.value.status == 403


async def test_articles_are_listed_and_shown(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/page/articles", params={"wanted": "silence", "limit": "10"}) as answer:
        (row,) = (await answer.json())["rows"]
    async with browser.get("/page/article", params={"url": row["url"]}) as answer:
        article = await answer.json()

    assert article["title"] == "What is silence good for in coaching?"


async def test_authors_wait_until_they_are_admitted(library: Library) -> None:
    emulator = Emulator()
    site = Site(emulator)
    site.install()
    async with emulator, aiohttp.ClientSession(f"http://{emulator.workspace.address}") as early:
        asking = asyncio.create_task(early.get("/page/articles"))
        async with early.get("/") as answer:
            assert answer.status == 200
        assert not asking.done()
        site.admit(Authoring(library, explain))
        async with await asking as answer:
            assert (await answer.json())["articles"] == 6


async def test_unknown_article_is_none(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/page/article", params={"url": "/nowhere"}) as answer:
        assert (answer.status, await answer.json()) == (200, None)


async def test_question_is_explained(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/page/explanation", params={"question": "goals?"}) as answer:
        assert await answer.json() == {"question": "goals?"}


async def test_permalink_leads_to_its_message(
    browser: aiohttp.ClientSession, slack: Emulator, client: AsyncWebClient
) -> None:
    posted = await client.chat_postMessage(channel=GENERAL.id, text="hello")
    link = await client.chat_getPermalink(channel=GENERAL.id, message_ts=posted["ts"])
    path = str(link["permalink"]).partition(slack.workspace.address)[2]

    async with browser.get(path, allow_redirects=False) as answer:
        assert answer.headers["Location"] == f"/#{GENERAL.id}/{posted['ts']}"


def test_page_never_reads_text_as_html() -> None:
    for file in STATIC.rglob("*.js"):
        code = file.read_text(encoding="utf-8")

        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", code), file.name


def test_page_names_no_address_of_another_host() -> None:
    allowed = {"http://www.w3.org", "https://docs.slack.dev"}  # the name of SVG, and comments

    for file in [*STATIC.rglob("*.js"), *STATIC.rglob("*.css"), *STATIC.rglob("*.html")]:
        found = set(re.findall(r"https?://[\w.-]+", file.read_text(encoding="utf-8")))

        assert found <= allowed, file.name
