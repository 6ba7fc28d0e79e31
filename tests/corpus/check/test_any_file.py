"""Rules meet files that nobody thought of."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.check.rules import RULES
from bot.corpus.check.subjects import take_apart
from tests.corpus.check.samples import answering

PATH = Path("a.md")
markdown = st.text(alphabet="ab |-:`~[]()<>@#$\\*1.\n \u200b", max_size=80)


@given(st.text(max_size=100))
def test_every_rule_survives_any_text(text: str) -> None:
    file = take_apart(text, PATH)

    for rule in RULES:
        assert all(line >= 1 for line, _ in (rule.on_file(file) if rule.on_file else ()))


@given(markdown)
def test_every_rule_survives_any_answer_and_stays_within_its_file(text: str) -> None:
    file = answering(text)
    length = file.text.count("\n") + 1

    for rule in RULES:
        assert all(1 <= line <= length for line, _ in (rule.on_file(file) if rule.on_file else ()))
