from __future__ import annotations

from bot.playground.composer import command_text, message_text

REFERENCES = {"@quicktake": "<@U1>", "#general": "<#C1|general>"}


def test_command_arrives_escaped_and_nothing_more() -> None:
    assert command_text("a < b & @quicktake https://e.org") == "a &lt; b &amp; @quicktake https://e.org"


def test_message_arrives_escaped_with_references_and_addresses() -> None:
    typed = "@quicktake is a > b in #general? See https://e.org/a?b=1&c"

    assert message_text(typed, REFERENCES) == ("<@U1> is a &gt; b in <#C1|general>? See <https://e.org/a?b=1&amp;c>")


def test_unknown_names_and_mail_addresses_stay_as_typed() -> None:
    assert message_text("me@quicktake.org @nobody", REFERENCES) == "me@quicktake.org @nobody"
