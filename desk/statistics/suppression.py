"""Which numbers may be shown: pure functions, the only place where a small number is hidden.

A cell under five is never shown, zero included: "nobody" is also something to know about a small group. Cells that
add up to a known total need more, or a subtraction gives the hidden one away. Which cells are withheld as well
depends only on what is published (which cells are few, a fixed order, the total), never on the hidden values: so
knowing this code does not help either. Reasons, attacks and tests: docs/decisions/0008-statistics.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST = 5
MOST_HIDDEN = LEAST - 1
# Under this total a division would leave too little to hide behind; see the decision for how it was found.
LEAST_TO_DIVIDE = 15


class Shown(StrEnum):
    """How a cell is shown: the number; fewer than five; withheld to protect another; a sum that misses parts."""

    EXACT = "exact"
    FEW = "few"
    WITHHELD = "withheld"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Cell:
    """One published cell. `count` is `None` unless it is exact or a lower bound."""

    code: str
    shown: Shown
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One published table: its cells in order and, when they are parts of one, their total."""

    name: str
    cells: tuple[Cell, ...]
    total: Cell | None = None


def lone_cells(name: str, counts: Mapping[str, int]) -> Table:
    """Publish counts that do not add up to anything known."""
    return Table(name, tuple(_cell(code, count) for code, count in counts.items()))


def parts(name: str, counts: Mapping[str, int], give_first: Sequence[str] = ()) -> Table:
    """Publish counts that add up to a total everyone may know.

    `give_first`: the codes that are withheld first when something must be, then the others from the end.
    """
    total = sum(counts.values())
    whole = _cell("total", total)
    if total < LEAST:
        return Table(name, tuple(Cell(code, Shown.FEW) for code in counts), whole)
    order = [*give_first, *(code for code in reversed(list(counts)) if code not in give_first)]
    withheld = _withheld(counts, order) if total >= LEAST_TO_DIVIDE else None
    if withheld is None:
        return Table(name, tuple(Cell(code, Shown.WITHHELD) for code in counts), whole)
    cells = (Cell(code, Shown.WITHHELD) if code in withheld else _cell(code, n) for code, n in counts.items())
    return Table(name, tuple(cells), whole)


def added_up(name: str, tables: Iterable[Table]) -> Table:
    """Add published tables of several periods, from what was published alone: so it gives away nothing more.

    What is hidden anywhere counts as nothing, and the sum is shown as a lower bound.
    """
    everything = list(tables)
    codes = list(dict.fromkeys(cell.code for table in everything for cell in table.cells))
    cells = tuple(_sum(code, [c for table in everything for c in table.cells if c.code == code]) for code in codes)
    totals = [table.total for table in everything if table.total is not None]
    return Table(name, cells, _sum("total", totals) if totals else None)


def _cell(code: str, count: int) -> Cell:
    return Cell(code, Shown.EXACT, count) if count >= LEAST else Cell(code, Shown.FEW)


def _withheld(counts: Mapping[str, int], order: Sequence[str]) -> frozenset[str] | None:
    """Choose the cells to withhold beside the few; `None` when all must go.

    The hidden sum (which a reader finds by subtraction) must leave every few cell all values from zero to four.
    """
    few = [code for code, count in counts.items() if count < LEAST]
    hidden = sum(counts[code] for code in few)
    if not few or (len(few) >= 3 and MOST_HIDDEN <= hidden <= MOST_HIDDEN * (len(few) - 1)):
        return frozenset()
    withheld: list[str] = []
    for code in (code for code in order if code in counts and code not in few):
        withheld.append(code)
        hidden += counts[code]
        if hidden >= (LEAST + MOST_HIDDEN) * len(withheld):
            return frozenset(withheld)
    return None


def _sum(code: str, cells: Sequence[Cell]) -> Cell:
    known = sum(cell.count or 0 for cell in cells)
    if all(cell.shown is Shown.EXACT for cell in cells):
        return Cell(code, Shown.EXACT, known)
    if len(cells) == 1:
        return cells[0]
    return Cell(code, Shown.AT_LEAST, known) if known else Cell(code, Shown.WITHHELD)
