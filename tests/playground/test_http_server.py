from __future__ import annotations

import aiohttp
import pytest

from bot.errors import QuicktakeError
from bot.playground.emulator import Emulator
from bot.playground.http_server import LAST_PORT


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
