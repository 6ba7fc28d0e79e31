"""The labelled questions over the shipped corpus are answered as well as the committed figures say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import quicktake

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "evals/questions.jsonl"
STYLES = {
    "paraphrase",
    "keywords",
    "typo",
    "chatty",
    "partial",
    "oos",
    "near",
    "nearmiss",
    "noise",
    "offtopic-long",
    "multi",
}


def test_no_figure_regressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICKTAKE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("QUICKTAKE_SEMANTIC", "off")

    result = CliRunner().invoke(quicktake, ["eval", "--baseline", str(ROOT / "evals/baseline.json"), str(QUESTIONS)])

    assert result.exit_code == 0, result.output


def test_questions_are_many_of_all_styles_and_name_articles_there_are() -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    texts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "corpus").rglob("*.md"))

    assert len(questions) >= 200
    assert {question["style"] for question in questions} == STYLES
    assert all(f"\nurl: {url}\n" in texts for question in questions for url in question["relevant"])
