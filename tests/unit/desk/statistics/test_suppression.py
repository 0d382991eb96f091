"""No table that we show gives a hidden cell away: not by subtraction, not to who knows how it was made."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.statistics.suppression import LEAST, Cell, Shown, Table, added_up, lone_cells, parts

HIDDEN = {Shown.FEW, Shown.WITHHELD}
counts_of_parts = st.lists(st.integers(0, 40), min_size=2, max_size=12).map(
    lambda counts: {f"part {number}": count for number, count in enumerate(counts)}
)


def bounds(table: Table, this: int) -> tuple[int, int]:
    """What an attacker finds for a hidden cell by subtracting all that is shown from the total."""
    assert table.total is not None
    if table.total.count is None:
        return 0, LEAST - 1
    left = table.total.count - sum(cell.count or 0 for cell in table.cells)
    all_withheld = all(cell.shown is Shown.WITHHELD for cell in table.cells)
    lowest = {Shown.FEW: 0, Shown.WITHHELD: 0 if all_withheld else LEAST}
    highest = {Shown.FEW: LEAST - 1, Shown.WITHHELD: left}
    others = [c.shown for n, c in enumerate(table.cells) if n != this and c.shown in HIDDEN]
    own = table.cells[this].shown
    return (
        max(lowest[own], left - sum(highest[other] for other in others)),
        min(highest[own], left - sum(lowest[other] for other in others)),
    )


@given(counts_of_parts)
def test_subtracting_from_the_total_leaves_every_small_cell_from_zero_to_four(counts: dict[str, int]) -> None:
    table = parts("any", counts)
    for number, cell in enumerate(table.cells):
        if cell.shown is Shown.FEW:
            assert bounds(table, number) == (0, 4)


@given(counts_of_parts)
def test_a_withheld_cell_could_be_several_numbers(counts: dict[str, int]) -> None:
    table = parts("any", counts)
    for number, cell in enumerate(table.cells):
        if cell.shown is Shown.WITHHELD:
            low, high = bounds(table, number)
            assert high - low >= 4


@pytest.mark.parametrize(("cells", "highest"), [(2, 36), (3, 30), (4, 24), (5, 20)])
def test_knowing_the_whole_algorithm_leaves_every_hidden_cell_four_values(cells: int, highest: int) -> None:
    """Every table of this size is published; those that look alike are all a reader can think of."""
    alike: dict[Table, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(highest + 1), repeat=cells):
        if sum(counts) <= highest:
            alike[parts("any", {str(n): count for n, count in enumerate(counts)})].append(counts)
    for table, possible in alike.items():
        for number, cell in enumerate(table.cells):
            if cell.shown in HIDDEN:
                assert len({counts[number] for counts in possible}) >= 4, (table, possible)


@given(counts_of_parts)
def test_what_is_shown_is_true_and_nothing_under_five(counts: dict[str, int]) -> None:
    for table in (parts("any", counts), lone_cells("any", counts)):
        for cell, count in zip(table.cells, counts.values(), strict=True):
            if cell.shown is Shown.EXACT:
                assert cell.count == count >= LEAST
            else:
                assert cell.count is None
                assert cell.shown is Shown.WITHHELD or count < LEAST


@given(counts_of_parts)
def test_nothing_is_withheld_when_no_cell_is_small_and_there_is_enough_to_divide(counts: dict[str, int]) -> None:
    enough = {code: count + LEAST + 3 for code, count in counts.items()}
    assert {cell.shown for cell in parts("any", enough).cells} == {Shown.EXACT}


@given(st.lists(counts_of_parts, min_size=1, max_size=6))
@settings(deadline=None)
def test_a_year_tells_nothing_that_its_months_do_not(months: list[dict[str, int]]) -> None:
    """The sum is a function of what was published: whoever has the months can make it, so it adds nothing."""
    published = [parts("any", month) for month in months]
    again = [Table(t.name, tuple(Cell(c.code, c.shown, c.count) for c in t.cells), t.total) for t in published]
    year = added_up("any", published)
    assert year == added_up("any", again)
    for cell in year.cells:
        true = sum(month.get(cell.code, 0) for month in months)
        assert cell.count is None or LEAST <= cell.count <= true
        assert cell.shown is not Shown.EXACT or cell.count == true


def test_a_single_small_cell_takes_another_with_it() -> None:
    table = parts("ground", {"a": 20, "b": 30, "c": 3, "unknown": 9}, ["unknown"])
    assert [cell.shown for cell in table.cells] == [Shown.EXACT, Shown.EXACT, Shown.FEW, Shown.WITHHELD]
    assert table.total == Cell("total", Shown.EXACT, 62)


def test_a_zero_is_as_hidden_as_a_four() -> None:
    assert [cell.shown for cell in lone_cells("any", {"none": 0, "four": 4}).cells] == [Shown.FEW, Shown.FEW]
