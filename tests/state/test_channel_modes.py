from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert

from bot.state.channel_modes import ChannelMode, ChannelModes
from bot.store.database import Database
from bot.store.schema import channels
from tests.journal.world import COACHING, Clock


def test_channel_is_off_until_an_admin_chooses() -> None:
    modes = ChannelModes(Database("sqlite://"), Clock())
    assert modes.mode(COACHING) is ChannelMode.OFF

    modes.choose(COACHING, ChannelMode.SHADOW)
    modes.choose(COACHING, ChannelMode.ON)

    assert modes.mode(COACHING) is ChannelMode.ON
    assert modes.mode("C0OTHER") is ChannelMode.OFF


def test_chosen_mode_outlives_the_bot(tmp_path: Path) -> None:
    ChannelModes(Database.in_folder(tmp_path), Clock()).choose(COACHING, ChannelMode.ON)

    assert ChannelModes(Database.in_folder(tmp_path), Clock()).mode(COACHING) is ChannelMode.ON


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert ChannelModes(Database.in_folder(tmp_path), Clock()).mode(COACHING) is ChannelMode.OFF

    assert list(tmp_path.iterdir()) == []


def test_mode_of_a_newer_version_is_off() -> None:
    database = Database("sqlite://")
    with database.begin() as connection:
        connection.execute(insert(channels), {"channel": COACHING, "mode": "whisper", "decided_at_ms": 0})

    assert ChannelModes(database, Clock()).mode(COACHING) is ChannelMode.OFF
