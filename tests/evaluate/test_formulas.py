from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluate.formulas import (
    expected_calibration_error,
    ndcg,
    reciprocal_rank,
    reliability,
    roc_auc,
    wilson_upper,
)

CONFIDENCES = st.lists(st.floats(0, 1), min_size=1, max_size=50)
URLS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=8, unique=True)


def test_reciprocal_rank_counts_from_one_and_stops_at_the_cut_off() -> None:
    ranks = [1, 4, 11, None]

    values = [reciprocal_rank(rank, 10) for rank in ranks]

    assert values == [1.0, 0.25, 0.0, 0.0]


def test_ndcg_is_the_worked_example() -> None:
    # grades a=2, b=1; found b, x, a: (1/log2(2) + 2/log2(4)) / (2/log2(2) + 1/log2(3))
    value = ndcg(["b", "x", "a"], ["a", "b"], 10)

    assert value == pytest.approx(2 / 2.6309297535714578)


@given(URLS)
def test_the_labels_own_order_has_the_highest_ndcg(relevant: list[str]) -> None:
    best, reversed_ = ndcg(relevant, relevant, 10), ndcg(relevant[::-1], relevant, 10)

    assert best == pytest.approx(1)
    assert 0 < reversed_ <= best


def test_roc_auc_counts_a_tie_as_half() -> None:
    assert roc_auc([0.9, 0.5], [0.5, 0.1]) == pytest.approx(3.5 / 4)


@given(CONFIDENCES, CONFIDENCES)
def test_roc_auc_mirrors_when_the_sides_are_swapped(positives: list[float], negatives: list[float]) -> None:
    assert roc_auc(positives, negatives) == pytest.approx(1 - roc_auc(negatives, positives))


def test_certainty_falls_into_the_last_bin() -> None:
    bins = reliability([1.0, 0.95, 0.0], [True, False, False], 10)

    assert [bin_.count for bin_ in bins] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 2]
    assert bins[9].mean_confidence == pytest.approx(0.975)
    assert bins[9].right == pytest.approx(0.5)
    assert bins[5].right is None


def test_calibration_error_weighs_each_bin_by_its_size() -> None:
    bins = reliability([0.9, 0.9, 0.9, 0.2], [True, True, True, False], 10)

    error = expected_calibration_error(bins)

    assert error == pytest.approx((3 * 0.1 + 1 * 0.2) / 4)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_no_observation_is_lost_between_the_bins(observed: list[tuple[float, bool]]) -> None:
    bins = reliability([sure for sure, _ in observed], [right for _, right in observed], 10)

    assert sum(bin_.count for bin_ in bins) == len(observed)
    assert 0 <= expected_calibration_error(bins) <= 1


def test_few_trials_leave_a_wide_interval() -> None:
    assert wilson_upper(1, 40) == pytest.approx(0.1288, abs=1e-4)
    assert wilson_upper(0, 0) == 1.0


@given(st.integers(1, 500), st.data())
def test_the_interval_ends_above_the_rate_seen(trials: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, trials))

    upper = wilson_upper(successes, trials)

    assert successes / trials <= upper <= 1 or upper == pytest.approx(1)
