from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.errors import QuicktakeError
from bot.evaluate.baseline import Baseline, compare, fingerprint, read, to_json
from bot.evaluate.observations import Observation, Outcome
from bot.evaluate.questions import Question
from bot.evaluate.report import Report, summarise
from tests.evaluate.world import QUESTIONS, observation, ranking

if TYPE_CHECKING:
    from pathlib import Path


def answered(right: int, of: int) -> list[Observation]:
    seen = ranking("/a", relevant=("/a",), confidence=1.0)
    wrong = ranking("/b", relevant=("/a",), confidence=1.0)
    return [observation(seen, Outcome.ANSWER, ("/a",))] * right + [observation(wrong, Outcome.ANSWER, ("/b",))] * (
        of - right
    )


def written(report: Report, folder: Path) -> Baseline:
    path = folder / "baseline.json"
    path.write_text(json.dumps(to_json(report)), encoding="utf-8")
    return read(path)


def regressed(before: Report, after: Report, folder: Path, tolerance: float = 0.01) -> set[str]:
    comparison = compare(after, written(before, folder), tolerance=tolerance)
    return {change.metric.name for change in comparison.regressions if change.group == "all"}


def test_a_report_is_no_change_from_itself(tmp_path: Path) -> None:
    report = summarise(answered(7, of=9))

    comparison = compare(report, written(report, tmp_path))

    assert comparison.changes == ()
    assert comparison.has_same_questions


def test_a_loss_beyond_the_tolerance_is_a_regression(tmp_path: Path) -> None:
    names = regressed(summarise(answered(90, of=100)), summarise(answered(85, of=100)), tmp_path)

    assert {"p_at_1", "mrr", "answer_precision", "helpful_rate", "calibration_error"} <= names


def test_a_loss_within_the_tolerance_is_shown_but_no_regression(tmp_path: Path) -> None:
    before = written(summarise(answered(90, of=100)), tmp_path)

    comparison = compare(summarise(answered(85, of=100)), before, tolerance=0.06)

    assert comparison.changes
    assert comparison.regressions == ()


def test_one_question_of_a_small_group_may_be_lost(tmp_path: Path) -> None:
    before, one, two = (summarise(answered(right, of=10)) for right in (10, 9, 8))

    assert regressed(before, one, tmp_path) == set()
    assert "p_at_1" in regressed(before, two, tmp_path)


def test_a_gain_is_no_regression(tmp_path: Path) -> None:
    assert regressed(summarise(answered(5, of=10)), summarise(answered(10, of=10)), tmp_path) == set()


def test_more_false_answers_are_a_regression(tmp_path: Path) -> None:
    quiet = [observation(ranking("/a", confidence=0.1))] * 10
    loud = [observation(ranking("/a", confidence=0.1), Outcome.ANSWER, ("/a",))] * 10

    assert "false_answer_rate" in regressed(summarise(quiet), summarise(loud), tmp_path)


def test_a_figure_that_can_no_longer_be_measured_is_a_regression(tmp_path: Path) -> None:
    silent = [replace(seen, outcome=Outcome.NO_ANSWER, offered=()) for seen in answered(9, of=9)]

    assert "answer_precision" in regressed(summarise(answered(9, of=9)), summarise(silent), tmp_path)


def test_a_style_that_disappeared_is_a_regression_and_a_new_one_is_not(tmp_path: Path) -> None:
    styled = [
        replace(seen, ranking=replace(seen.ranking, question=Question("?", style, ("/a",))))
        for seen, style in zip(answered(2, of=2), ("typo", "chatty"), strict=True)
    ]
    both, typo = summarise(styled), summarise(styled[:1])

    lost, gained = compare(typo, written(both, tmp_path)), compare(both, written(typo, tmp_path))

    assert {change.group for change in lost.regressions} == {"chatty"}
    assert gained.regressions == ()
    assert not gained.has_same_questions


def test_latency_is_not_compared(tmp_path: Path) -> None:
    report = summarise(answered(9, of=9))
    slow = summarise([replace(seen, latency_ms=1000.0) for seen in report.observations])

    assert compare(slow, written(report, tmp_path)).changes == ()


def test_the_order_of_the_questions_does_not_matter() -> None:
    assert fingerprint(QUESTIONS) == fingerprint(QUESTIONS[::-1])
    assert fingerprint(QUESTIONS) != fingerprint(QUESTIONS[1:])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"fingerprint": "", "overall": {"figures": []}, "styles": {}}'])
def test_what_is_no_baseline_is_refused_with_advice(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(QuicktakeError, match=r"baseline\.json: is no baseline; write one with"):
        read(path)


def test_an_absent_baseline_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuicktakeError, match=r"absent\.json: cannot be read"):
        read(tmp_path / "absent.json")
