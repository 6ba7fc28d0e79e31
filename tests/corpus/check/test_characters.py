from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.check import characters
from bot.corpus.check.subjects import take_apart
from tests.corpus.check.samples import answering, file, found


def test_invisible_characters_are_reported_by_name() -> None:
    assert found(characters.suspicious_character, file(title="A\u200bB\u202e")) == [
        (4, "invisible or broken character U+200B (zero width space)"),
        (4, "invisible or broken character U+202E (right-to-left override)"),
    ]


def test_a_byte_order_mark_at_the_beginning_and_joined_emoji_are_fine() -> None:
    text = "\ufeff" + file(title="A 👩\u200d💻").text

    assert found(characters.suspicious_character, take_apart(text, Path("a.md"))) == []


def test_characters_of_a_font_are_reported_with_what_they_probably_were() -> None:
    assert found(characters.suspicious_character, answering("\uf0b7 One\n\ue123 Two")) == [
        (9, "invisible or broken character U+F0B7 (private-use character); it was probably “•”"),
        (10, "invisible or broken character U+E123 (private-use character)"),
    ]


def test_line_ends_of_word_processors_are_reported() -> None:
    assert found(characters.suspicious_character, answering("One\u2028Two")) == [
        (9, "invisible or broken character U+2028 (line separator)")
    ]


@pytest.mark.parametrize(
    ("meant", "encoding", "times"),
    [
        ("don’t", "cp1252", 1),
        ("don’t", "latin-1", 1),
        ("don’t", "mac_roman", 1),
        ("10–20", "cp1252", 1),
        ("Café", "cp1252", 1),
        ("Öl", "cp1252", 1),
        ("für", "cp1252", 2),
        ("20°C", "cp1252", 1),
        ("😀", "cp1252", 1),
        ("αβγ", "latin-1", 1),
        ("日本語", "latin-1", 1),
        ("привет", "cp1251", 1),
    ],
)
def test_text_that_was_read_in_the_wrong_encoding_is_reported(meant: str, encoding: str, times: int) -> None:
    broken = meant
    for _ in range(times):
        broken = broken.encode().decode(encoding)

    assert found(characters.broken_encoding, answering(f"Text.\n\nI {broken} so.")) == [
        (11, f"“{broken}” was saved in one encoding and read in another; write “{meant}”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "«\u00a0Voilà\u00a0»",
        "«\u00a0Café\u00a0»",
        "„Ä“ und Å”",
        "SÃO PAULO, CÂNDIDO",
        "naïve “quoted” – dash… 5 € 20 °C ½",
        "日本語 привет Ελληνικά العربية",
        "Россия, Рим, Сибирь",
        "👩\u200d💻",
    ],
)
def test_text_in_other_languages_is_fine(text: str) -> None:
    assert found(characters.broken_encoding, answering(text)) == []
