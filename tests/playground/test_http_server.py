from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.errors import QuicktakeError
from bot.playground.emulator import Emulator
from bot.playground.http_server import LAST_PORT
from bot.playground.methods.registry import METHODS
from bot.playground.page.site import Site


@pytest.fixture
async def site_of() -> AsyncIterator[Emulator]:
    """A workspace with its page."""
    slack = Emulator()
    site = Site(slack)
    site.install()
    async with slack:
        yield slack
        await site.close()


async def get(slack: Emulator, **headers: str) -> int:
    address = f"{slack.api_url}auth.test"
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        return answer.status


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_own_names_of_this_machine_are_answered(slack: Emulator, host: str) -> None:
    port = slack.workspace.address.rpartition(":")[2]

    assert await get(slack, Host=f"{host}:{port}") == 200


@pytest.mark.parametrize("host", ["rebound.example", "rebound.example:8400", "127.0.0.1.example:80", ""])
async def test_rebound_names_are_refused(slack: Emulator, host: str) -> None:
    assert await get(slack, Host=host) == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])
async def test_pages_of_other_sites_are_refused(slack: Emulator, origin: str) -> None:
    assert await get(slack, Origin=origin) == 403


async def test_each_start_has_tokens_of_its_own() -> None:
    one, other = Emulator(), Emulator()

    assert len({one.bot_token, one.app_token, other.bot_token, other.app_token}) == 4
    assert len(one.bot_token) > 40


@pytest.mark.parametrize("method", [name for name, method in METHODS.items() if not method.only_reads])
async def test_nothing_is_changed_by_get(slack: Emulator, method: str) -> None:
    address = f"{slack.api_url}{method}?channel=C0GENERAL&text=hello&token={slack.bot_token}"

    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 405
    assert slack.messages("C0GENERAL") == ()


@pytest.mark.parametrize(
    ("site", "wanted"),
    [
        ("cross-site", ("no-cors", "image")),
        ("same-site", ("no-cors", "script")),
        ("cross-site", ("navigate", "iframe")),
        ("same-site", ("cors", "empty")),
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/auth.test", "/page/articles"])
async def test_nothing_is_embedded_into_pages_of_other_sites(
    site_of: Emulator, site: str, wanted: tuple[str, str], path: str
) -> None:
    mode, destination = wanted
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}

    address = f"http://{site_of.workspace.address}{path}"
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/api/auth.test", 403), ("/page/articles", 403)])
async def test_a_link_leads_from_other_sites_to_the_page_alone(site_of: Emulator, path: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    address = f"http://{site_of.workspace.address}{path}"
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
        assert answer.status == status


@pytest.mark.parametrize("sent", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=a"])
async def test_forms_of_other_sites_write_nothing(slack: Emulator, sent: str) -> None:
    headers = {"Origin": "http://evil.example", "Content-Type": sent, "Sec-Fetch-Site": "cross-site"}
    address = f"{slack.api_url}chat.postMessage?channel=C0GENERAL&text=hello&token={slack.bot_token}"

    async with aiohttp.ClientSession() as session, session.post(address, headers=headers, data=b"") as answer:
        assert answer.status == 403
    assert slack.messages("C0GENERAL") == ()


@pytest.mark.parametrize("path", ["/page/live", "/link?ticket=1"])
@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Host": "rebound.example"}])
async def test_pages_of_other_sites_get_no_websocket(site_of: Emulator, path: str, headers: dict[str, str]) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(f"http://{site_of.workspace.address}{path}", headers=headers)


@pytest.mark.parametrize("sent", ["", "{", "[]", "null", "[" * 100_000, '"a"'])
async def test_nonsense_over_the_page_s_websocket_is_ignored(site_of: Emulator, sent: str) -> None:
    address = f"http://{site_of.workspace.address}/page/live"
    async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
        await socket.send_str(sent)
        await socket.send_json({"number": 7})
        while (news := await socket.receive_json(timeout=10)).get("done") != 7:
            assert news


async def test_own_pages_are_answered(slack: Emulator) -> None:
    assert await get(slack, Origin=f"http://{slack.workspace.address}") == 200


async def test_next_free_port_is_taken(slack: Emulator) -> None:
    taken = int(slack.workspace.address.rpartition(":")[2])

    async with Emulator(port=taken) as other:
        given = int(other.workspace.address.rpartition(":")[2])

    assert given > taken


async def test_no_port_left_is_told_in_a_sentence() -> None:
    async with Emulator(port=LAST_PORT):
        with pytest.raises(QuicktakeError, match="No port from 65535 on can be had"):
            await Emulator(port=LAST_PORT).__aenter__()


async def test_only_the_loopback_address_is_listened_on(slack: Emulator) -> None:
    assert slack.workspace.address.startswith("127.0.0.1:")
