from __future__ import annotations

from bot.playground.mentions import live_mentions


def test_broadcasts_people_groups_and_channels_are_live_in_text() -> None:
    text = "<!channel> <!here> <@U123> <#C123|general> <!subteam^S123|team> <!date^1^{date}|then>"

    assert live_mentions(text, []) == tuple(text.split())


def test_escaped_text_and_addresses_are_not_live() -> None:
    assert live_mentions("&lt;!channel&gt; <https://example.org|here> a <b> @channel", []) == ()


def test_mrkdwn_is_interpreted_and_plain_text_is_not() -> None:
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "<@U123>"}]},
        {"type": "markdown", "text": "<!everyone>"},
    ]

    assert live_mentions("", blocks) == ("<!here>", "<@U123>", "<!everyone>")


def test_rich_text_says_mentions_with_elements_of_their_own() -> None:
    elements = [{"type": "text", "text": "<!channel>"}, {"type": "broadcast", "range": "here"}]
    block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}

    assert live_mentions("", [block]) == ("broadcast:here",)
