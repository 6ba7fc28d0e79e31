from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.evaluate.metrics import METRICS
from bot.evaluate.observations import Outcome
from bot.evaluate.run import evaluate, rank_all
from tests.evaluate.world import ENDING, GOALS, QUESTIONS, TRUST, answer, rank

if TYPE_CHECKING:
    from bot.evaluate.report import Group, Report


@pytest.fixture
def report() -> Report:
    ticks = count()
    return evaluate(answer, rank, QUESTIONS, clock=lambda: next(ticks) / 1000)


def figure(group: Group, name: str) -> tuple[float | None, int]:
    found = next(figure for figure in group.figures if figure.name == name)
    return found.value, found.count


def test_a_reply_offers_its_first_hit_or_its_choices_or_nothing(report: Report) -> None:
    seen = [(observation.outcome, observation.offered) for observation in report.observations]

    assert seen == [
        (Outcome.ANSWER, (GOALS,)),
        (Outcome.CHOICES, (GOALS, ENDING)),
        (Outcome.CHOICES, (ENDING, TRUST)),
        (Outcome.NO_ANSWER, ()),
        (Outcome.NO_ANSWER, ()),
        (Outcome.ANSWER, (TRUST,)),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p_at_1", (2 / 4, 4)),
        ("hit_at_3", (3 / 4, 4)),
        ("mrr", (2.5 / 4, 4)),
        ("roc_auc", (4 / 8, 6)),
        ("false_answer_rate", (1 / 2, 2)),
        ("answer_precision", (1 / 2, 2)),
        ("helpful_rate", (3 / 4, 4)),
    ],
)
def test_figures_say_how_many_questions_they_rest_on(report: Report, name: str, expected: tuple[float, int]) -> None:
    value, questions = figure(report.overall, name)

    assert value == pytest.approx(expected[0])
    assert questions == expected[1]


def test_each_style_has_its_own_figures(report: Report) -> None:
    styles = {group.name: group for group in report.styles}

    assert list(styles) == ["keywords", "out-of-scope", "paraphrase", "typo"]
    assert figure(styles["typo"], "p_at_1") == (1.0, 1)
    assert figure(styles["keywords"], "p_at_1") == (0.5, 2)


def test_what_cannot_be_measured_has_no_value(report: Report) -> None:
    out_of_scope = next(group for group in report.styles if group.name == "out-of-scope")

    assert figure(out_of_scope, "p_at_1") == (None, 0)
    assert figure(out_of_scope, "roc_auc") == (None, 0)


def test_latency_is_the_time_between_question_and_reply(report: Report) -> None:
    assert report.latency.median_ms == pytest.approx(1)


def test_a_miss_is_an_unhelped_person_or_a_false_answer(report: Report) -> None:
    assert [seen.question.query for seen in report.misses] == ["say goodbye", "what is trust law"]


def test_progress_is_told_after_each_question() -> None:
    told: list[tuple[int, int]] = []

    rank_all(rank, QUESTIONS[:2], on_progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 2)]


def test_no_question_gives_a_report_without_values() -> None:
    report = evaluate(answer, rank, [], clock=lambda: 0.0)

    assert [figure.value for figure in report.overall.figures] == [None] * len(METRICS)
    assert report.styles == ()
