from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.emulator import Emulator
from bot.playground.page.updates import Feed
from bot.playground.workspace import GENERAL, PERSON


async def test_first_news_are_everything(slack: Emulator) -> None:
    await slack.say(PERSON.id, "#general", "hello")

    news = Feed(slack).news()

    (message,) = news["messages"].values()
    assert (message["channel"], message["text"]) == (GENERAL.id, "hello")
    assert news["wire"] == {"is_connected": False, "connections_opened": 0}


async def test_nothing_is_told_twice(slack: Emulator) -> None:
    feed = Feed(slack)
    feed.news()

    assert feed.news() == {}


async def test_only_what_changed_is_told(slack: Emulator, client: AsyncWebClient) -> None:
    first = await client.chat_postMessage(channel=GENERAL.id, text="one")
    await client.chat_postMessage(channel=GENERAL.id, text="two")
    feed = Feed(slack)
    feed.news()

    await client.chat_update(channel=GENERAL.id, ts=first["ts"], text="changed")
    news = feed.news()

    assert [message["text"] for message in news["messages"].values()] == ["changed"]
    assert [call["method"] for call in news["calls"].values()] == ["chat.update"]


async def test_what_is_gone_is_told_as_none(slack: Emulator, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=GENERAL.id, text="one")
    feed = Feed(slack)
    feed.news()

    await client.chat_delete(channel=GENERAL.id, ts=posted["ts"])

    assert feed.news()["messages"] == {f"{GENERAL.id}/{posted['ts']}": None}


async def test_ordered_misbehaviour_is_told_in_words(slack: Emulator) -> None:
    feed = Feed(slack)
    feed.news()

    slack.faults.rate_limit()
    slack.faults.duplicate_next()
    slack.faults.slow_down(1.0)

    assert feed.news()["faults"] == {
        "is_slow": True,
        "ordered": ["429 for the next request", "the next event delivered twice"],
    }
