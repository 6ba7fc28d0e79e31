from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.journal.privacy import mask, pseudonym


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("write to ana@example.com!", "write to [e-mail]"),
        ("mail <mailto:ana@example.com|ana@example.com> please", "mail [e-mail] please"),
        ("ana.maria+team@mail.example.co.uk, or Ben", "[e-mail], or Ben"),
        ("cut off: ana@exa", "cut off: [e-mail]"),
        ("ask <@U024BE7LH> and <@W024BE7LH|ana>", "ask [person] and [person]"),
        ("ask @U024BE7LH or U024BE7LH", "ask [person] or [person]"),
        ("call +49 170 1234567", "call [phone]"),
        ("call (030) 123-45678 now", "call [phone] now"),
        ("call +1 (555) 010-9999.", "call [phone]."),
        ("call <tel:+15550109999|+1 555 010 9999>", "call [phone]"),
        ("0170/1234567 is mine", "[phone] is mine"),
    ],
)
def test_what_names_a_person_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "how do I set SMART goals in 2026?",
        "from 2025-03-20 or 20.03.2025 on",
        "between 2019-2024 and 2019 – 2024",
        "is 360 feedback worth 1 000 000 or 250.000?",
        "the 5-4-3-2-1 method, 10 of 12 times",
        "what does UNESCO say @ work",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert mask(text) == text


@given(st.text(alphabet=st.sampled_from("aU0@+19 .<>|()-:mailto\n"), max_size=60))
def test_masking_again_changes_nothing_more(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(st.text(), st.emails(), st.text())
def test_no_address_survives(before: str, address: str, after: str) -> None:
    masked = mask(f"{before} {address} {after}")

    assert not re.search(r"\w@\w", masked)


def test_the_same_person_has_the_same_pseudonym_under_the_same_key_only() -> None:
    ana = pseudonym("U0ANA", b"key")

    assert ana == pseudonym("U0ANA", b"key")
    assert ana not in {pseudonym("U0BEN", b"key"), pseudonym("U0ANA", b"other key")}
    assert re.fullmatch(r"[0-9a-f]{32}", ana)


@pytest.mark.parametrize("piece", ["x", "<@U|", "<@W1A|a", "<mailto:", "<tel:", "1 ", "U", "a@", "@a", "(+", "é."])
def test_no_text_takes_long(piece: str) -> None:
    began_s = time.process_time()

    mask(piece * 20_000)

    assert time.process_time() - began_s < 2  # some hundredths, where quadratic time would be a minute
