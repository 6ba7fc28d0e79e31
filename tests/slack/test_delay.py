from __future__ import annotations

import asyncio

from bot.slack.delay import Delay


async def test_delay_passes() -> None:
    assert await Delay(0.0).wait()


async def test_ended_delay_lets_nobody_wait_any_longer() -> None:
    delay = Delay(3600.0)
    waiting = asyncio.create_task(delay.wait())
    await asyncio.sleep(0)

    delay.end()

    assert not await waiting
    assert not await delay.wait()
