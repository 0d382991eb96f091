"""The arithmetic of `make bench`."""

import pytest

from tests.measure.bench_figures import compared, medians, percentile, table


@pytest.mark.parametrize(("percent", "expected"), [(50, 50), (95, 95), (100, 100), (0, 1), (99.5, 100)])
def test_a_percentile_is_a_value_that_was_measured(percent: float, expected: float) -> None:
    assert percentile(list(range(100, 0, -1)), percent) == expected


def test_a_percentile_of_one_value_is_that_value() -> None:
    assert percentile([7.5], 95) == 7.5


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_medians_are_taken_per_figure_over_the_rounds() -> None:
    rounds = [{"a": 1.0, "b": 30.0}, {"a": 9.0, "b": 10.0}, {"a": 2.0, "b": 20.0}]
    assert medians(rounds) == {"a": 2.0, "b": 20.0}


def test_no_rounds_have_no_medians() -> None:
    assert medians([]) == {}


@pytest.mark.parametrize(
    ("ours", "stock", "better", "expected"),
    [
        (10, 40, "less", "4.0 x less"),
        (40, 10, "less", "0.2 x less"),
        (40, 10, "more", "4.0 x more"),
        (0.9, 0.75, "points", "+15.0 points"),
        (0.02, 0.10, "points", "-8.0 points"),
        (1.0, 3.0, None, ""),
        (0, 10, "less", "-"),
    ],
)
def test_ours_is_compared_in_the_direction_that_is_better(
    ours: float, stock: float, better: str | None, expected: str
) -> None:
    assert compared(ours, stock, better) == expected


def test_the_table_has_a_row_for_each_figure_that_both_have() -> None:
    written = table({"p95 at 1": 10.0, "accuracy": 0.9}, {"p95 at 1": 31.0}, {"p95 at 1": 12.0})
    assert "| latency p95, 1 client (ms) | 10.0 | 31.0 | 3.1 x less |" in written
    assert "held-out" not in written
