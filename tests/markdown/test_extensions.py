from __future__ import annotations

import pytest

from bot.answers.excerpt import excerpt
from bot.markdown.plaintext import plain
from bot.slack.blockkit.rich_text import blocks


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("> [!NOTE]\n> Mind the gap.", "> Note\n> Mind the gap."),
        ("> [!note]\n> Mind the gap.", "> Note\n> Mind the gap."),
        ("> [!WARNING] Be careful\n> Mind the gap.", "> Be careful\n> Mind the gap."),
        ("> [!tip]- Folded", "> Folded"),
        (">[!TIP]\n>- One\n>- Two", "> Tip\n> \n> • One\n> • Two"),
        ("> A [!NOTE] within", "> A [!NOTE] within"),
        ("[!NOTE] without a quote", "[!NOTE] without a quote"),
        ("`> [!NOTE]`", "> [!NOTE]"),
    ],
)
def test_a_callout_is_a_quotation_with_a_title(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


def test_the_title_of_a_callout_is_bold() -> None:
    [block] = blocks("> [!NOTE]\n> Mind the gap.")

    assert block["elements"][0]["elements"] == [
        {"type": "text", "text": "Note", "style": {"bold": True}},
        {"type": "text", "text": "\nMind the gap."},
    ]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("It is so.[^1]\n\n[^1]: Says Ana.", "It is so.[1]\n\n1. Says Ana."),
        ("One[^b] two[^a].\n\n[^a]: A.\n[^b]: B\n    goes on.", "One[1] two[2].\n\n1. B goes on.\n2. A."),
        ("| a |\n|---|\n| b[^x] |\n\n[^x]: X.", "a\n────\nb[1]\n\n1. X."),
        ("Nobody defines[^1] it.", "Nobody defines[^1] it."),
        ("The class [^a-z] of letters.[^1]\n\n[^1]: Lower ones.", "The class [^a-z] of letters.[1]\n\n1. Lower ones."),
        ("`[^1]`\n\n[^1]: Unused.", "[^1]"),
    ],
)
def test_footnotes_are_numbered_and_listed_at_the_end(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


def test_an_excerpt_brings_the_footnotes_it_refers_to() -> None:
    first, second = "The first point.[^first] " + "Words. " * 100, "The second point.[^second] " + "Words. " * 100
    shown = excerpt(f"{first}\n\n{second}\n\n[^first]: Says Ana.\n\n[^second]: Says Ben.")

    assert plain(shown).endswith("…\n\n1. Says Ana.")


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("## Pay {#pay}\n\nText.", "Pay\n\nText."),
        ("## Pay {: #pay .wide}", "Pay"),
        ("## Pay {#pay} ##", "Pay"),
        ('[This](https://example.org){:target="_blank" rel=nofollow} helps.', "This (https://example.org) helps."),
        ("[This](https://example.org){.button}", "This (https://example.org)"),
        ("Text.\n{: .note}", "Text."),
        ("The set {x=1} and {#1}, {.5}.", "The set {x=1} and {#1}, {.5}."),
        ("`{: .note}` and \\{: .note}", "{: .note} and {: .note}"),
    ],
)
def test_attributes_are_left_out(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Do:\n• One\n• Two", "Do:\n• One\n• Two"),
        ("\uf0b7 One\n\uf0b7 Two", "\uf0b7 One\n\uf0b7 Two"),
        ("✓ One\n✓ **Two**", "✓ One\n✓ Two"),
        ("-One\n-Two", "-One\n-Two"),
        ("1.One\n2.Two\n3.Three", "1.One\n2.Two\n3.Three"),
        ("– One\n– Two", "– One\n– Two"),
        ("A word\n– and another", "A word – and another"),
        ("It takes\n2.5 hours at\n-5 degrees", "It takes 2.5 hours at -5 degrees"),
        ("One line\nand the next", "One line and the next"),
    ],
)
def test_bullets_that_were_typed_by_hand_keep_their_lines(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Some <o:p>text</o:p><o:p></o:p>", "Some text"),
        ('Go to <st1:place w:st="on">Paris</st1:place>.', "Go to Paris."),
        ("<![if !supportLists]>One<![endif]>", "One"),
        ("`<o:p>`", "<o:p>"),
        ("1<o:p", "1<o:p"),
    ],
)
def test_tags_that_only_word_knows_are_left_out(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


@pytest.mark.parametrize(
    "markdown",
    [
        "**日本語。**です",
        "これは**「重要」**です。",
        "これは*「重要」*です",
        "~~中文。~~文",
        "**한국어.**입니다",
        "***日本。***で",
    ],
)
def test_emphasis_ends_and_begins_beside_punctuation_that_knows_no_spaces(markdown: str) -> None:
    assert plain(markdown) == markdown.replace("*", "").replace("~", "")


@pytest.mark.parametrize("markdown", ["a * b", "2 ** 3", "** Bold **", "日本 * 中文 * 한국"])
def test_stars_among_spaces_stay_stars(markdown: str) -> None:
    assert plain(markdown) == markdown


@pytest.mark.parametrize(
    "piece", ["*日", "[^", "[^a]", "{:", "{: a=b", "<o:p ", "> [!x]\n", "• a\n", "[^a]: x\n", "[a](b){", "# x {#a} "]
)
def test_a_text_of_nothing_but_openings_is_read(piece: str) -> None:
    assert plain(piece * 300) is not None
