from __future__ import annotations

import json
from dataclasses import asdict
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from bot.evaluate.commands import EvaluationOptions, Subject, Terminal, run_calibration, run_evaluation
from bot.evaluate.questions import Question
from tests.evaluate.world import ENDING, GOALS, QUESTIONS, TRUST, answer, rank

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SUBJECT = Subject(answer, rank, {GOALS, TRUST, ENDING})


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return write(tmp_path / "labels.jsonl", QUESTIONS)


@pytest.fixture
def terminal() -> Terminal:
    return Terminal(Console(file=StringIO(), width=120), Console(file=StringIO(), width=120))


def write(path: Path, questions: Sequence[Question]) -> Path:
    path.write_text("\n".join(json.dumps(asdict(question)) for question in questions), encoding="utf-8")
    return path


def text(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def run(labels: Path, terminal: Terminal, options: EvaluationOptions, subject: Subject = SUBJECT) -> bool:
    return run_evaluation([labels], subject, terminal, clock=lambda: 0.0, options=options)


def test_the_table_has_a_line_for_all_questions_and_one_for_each_style(labels: Path, terminal: Terminal) -> None:
    assert run(labels, terminal, EvaluationOptions())

    shown = text(terminal.results)
    for word in ("P@1", "hit@5", "AUC", "all", "typo", "out-of-scope", "0.500", "median 0.00 ms"):
        assert word in shown
    assert text(terminal.notes) == ""


def test_misses_are_shown_when_asked_for(labels: Path, terminal: Terminal) -> None:
    run(labels, terminal, EvaluationOptions(shows_misses=True))

    shown = text(terminal.results)
    assert "2 of 6 replies did not help" in shown
    assert "say goodbye" in shown
    assert "golas" not in shown


def test_json_written_once_is_the_baseline_of_the_next_run(labels: Path, terminal: Terminal, tmp_path: Path) -> None:
    run(labels, terminal, EvaluationOptions(as_json=True))
    baseline = tmp_path / "baseline.json"
    baseline.write_text(text(terminal.results), encoding="utf-8")

    passed = run(labels, terminal, EvaluationOptions(baseline=baseline))

    assert passed
    assert "All figures are those of the baseline." in text(terminal.results)


def test_a_regression_fails_the_run_and_is_named(labels: Path, terminal: Terminal, tmp_path: Path) -> None:
    run(labels, terminal, EvaluationOptions(as_json=True))
    better = json.loads(text(terminal.results))
    better["overall"]["figures"]["p_at_1"]["value"] = 1.0
    baseline = tmp_path / "baseline.json"
    baseline.write_text(json.dumps(better), encoding="utf-8")

    passed = run(labels, terminal, EvaluationOptions(baseline=baseline))

    assert not passed
    assert "1 figure has regressed." in text(terminal.results)


def test_json_names_the_regressions(labels: Path, terminal: Terminal, tmp_path: Path) -> None:
    run(labels, terminal, EvaluationOptions(as_json=True))
    better = json.loads(text(terminal.results))
    better["overall"]["figures"]["p_at_1"]["value"] = 1.0
    baseline = tmp_path / "baseline.json"
    baseline.write_text(json.dumps(better), encoding="utf-8")
    again = Terminal(Console(file=StringIO()), terminal.notes)

    run(labels, again, EvaluationOptions(baseline=baseline, as_json=True))

    regressions = json.loads(text(again.results))["regressions"]
    assert regressions == [{"group": "all", "figure": "p_at_1", "before": 1.0, "now": 0.5}]


def test_labels_that_name_no_article_of_the_corpus_are_pointed_out(labels: Path, terminal: Terminal) -> None:
    run(labels, terminal, EvaluationOptions(), Subject(answer, rank, {GOALS, TRUST}))

    assert text(terminal.notes) == "Labelled articles that the corpus does not have: 1, such as /ending\n"


def test_questions_are_shown_as_written_not_as_markup(terminal: Terminal, tmp_path: Path) -> None:
    labels = write(tmp_path / "labels.jsonl", [Question("[red]alert[/red]", "typo", (GOALS,))])

    run(
        labels,
        terminal,
        EvaluationOptions(shows_misses=True),
        Subject(lambda _: answer("say goodbye"), lambda _: (), ()),
    )

    assert "[red]alert[/red]" in text(terminal.results)


def test_calibration_shows_thresholds_with_their_examples(labels: Path, terminal: Terminal) -> None:
    run_calibration([labels], SUBJECT, terminal, wanted_rates=[0.0, 0.5])

    shown = text(terminal.results)
    assert "0.801" in shown
    assert "0% 0/2 (≤ 66%)" in shown
    assert "25% 1/4" in shown
    assert "0.9-1.0" in shown


def test_calibration_as_json_holds_the_same(labels: Path, terminal: Terminal) -> None:
    run_calibration([labels], SUBJECT, terminal, wanted_rates=[0.0], as_json=True)

    calibration = json.loads(text(terminal.results))
    assert calibration["points"][0]["threshold"] == pytest.approx(0.801)
    assert calibration["points"][0]["coverage"] == {"part": 1, "whole": 4}
    assert len(calibration["reliability"]) == 10
