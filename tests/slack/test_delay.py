from __future__ import annotations

import asyncio

from bot.slack.delay import Patience


async def test_patience_lasts_its_time() -> None:
    assert await Patience(0.0).lasts()


async def test_ended_patience_lets_nobody_wait_any_longer() -> None:
    patience = Patience(3600.0)
    waiting = asyncio.create_task(patience.lasts())
    await asyncio.sleep(0)

    patience.end()

    assert not await waiting
    assert not await patience.lasts()
