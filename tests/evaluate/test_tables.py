from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType

from bot.evaluate import baseline
from bot.evaluate.calibrate import calibrate
from bot.evaluate.questions import Question
from bot.evaluate.run import evaluate, rank_all
from bot.evaluate.tables import calibration_table, comparison_table, misses_table, report_table
from tests.evaluate.world import GOALS, QUESTIONS, answer, rank

REPORT = evaluate(answer, rank, QUESTIONS, clock=lambda: 0.0)


def shown(table: RenderableType) -> str:
    file = StringIO()
    Console(file=file, width=120).print(table)
    return file.getvalue()


def test_the_report_has_a_line_for_all_questions_and_one_for_each_style() -> None:
    drawn = shown(report_table(REPORT))

    for word in ("P@1", "hit@5", "AUC", "all", "typo", "out-of-scope", "0.500", "median 0.00 ms"):
        assert word in drawn


def test_misses_are_those_whose_reply_did_not_help() -> None:
    drawn = shown(misses_table(REPORT))

    assert "2 of 6 replies did not help" in drawn
    assert "say goodbye" in drawn
    assert "golas" not in drawn


def test_questions_are_shown_as_written_not_as_markup() -> None:
    question = Question("[red]alert[/red]", "typo", (GOALS,))
    report = evaluate(lambda _: answer("say goodbye"), lambda _: (), [question], clock=lambda: 0.0)

    assert "[red]alert[/red]" in shown(misses_table(report))


def test_a_comparison_says_in_a_sentence_what_it_means() -> None:
    same = baseline.compare(REPORT, baseline.Baseline("", REPORT.overall, ()))

    assert "All figures are those of the baseline." in shown(comparison_table(same))
    assert "made with other questions" in shown(comparison_table(same))


def test_a_calibration_shows_thresholds_with_what_they_rest_on() -> None:
    drawn = shown(calibration_table(calibrate(rank_all(rank, QUESTIONS), [0.0, 0.5])))

    assert "0.801" in drawn
    assert "0% 0/2 (≤ 66%)" in drawn
    assert "25% 1/4" in drawn
    assert "0.9-1.0" in drawn
