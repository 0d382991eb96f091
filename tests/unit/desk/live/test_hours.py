"""Office hours as they are written and what they mean in Dutch time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.clock import AMSTERDAM
from desk.live.hours import ALWAYS, DAYS, NEVER, OfficeHours, read_hours

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=AMSTERDAM)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def test_always_and_never_know_no_clock() -> None:
    for hour in range(24 * 7):
        moment = MONDAY + timedelta(hours=hour)
        assert ALWAYS.include(moment)
        assert not NEVER.include(moment)
    assert (read_hours("always"), read_hours(" Never ")) == (ALWAYS, NEVER)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(0, 8, 59), False),
        (at(0, 9), True),
        (at(4, 16, 59), True),
        (at(4, 17), False),
        (at(5, 12), False),
        (at(6, 12), False),
    ],
)
def test_working_days_from_nine_to_five(moment: datetime, is_open: bool) -> None:
    assert read_hours("mon-fri 09:00-17:00").include(moment) is is_open


def test_the_hours_are_dutch_hours_in_summer_and_winter() -> None:
    hours = read_hours("mon-fri 09:00-17:00")
    assert hours.include(datetime.fromisoformat("2026-07-20T07:00:00+00:00"))
    assert not hours.include(datetime.fromisoformat("2026-11-23T07:00:00+00:00"))
    assert hours.include(datetime.fromisoformat("2026-11-23T08:00:00+00:00"))


def test_days_may_go_round_the_weekend() -> None:
    hours = read_hours("fri-mon 10:00-12:00")
    assert [hours.include(at(day, 11)) for day in range(7)] == [True, False, False, False, True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sometimes",
        "mon-fri",
        "mon-fri 9:00-17:00",
        "mon-fri 17:00-09:00",
        "mon-fri 09:00-24:00",
        "ma-vr 09:00-17:00",
    ],
)
def test_what_is_no_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"desk|always"):
        read_hours(text)


@given(
    first=st.integers(0, 6),
    last=st.integers(0, 6),
    opens=st.integers(0, 22),
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
)
def test_open_exactly_on_the_named_days_between_the_named_times(
    first: int, last: int, opens: int, moment: datetime
) -> None:
    hours: OfficeHours = read_hours(f"{DAYS[first]}-{DAYS[last]} {opens:02}:00-{opens + 1:02}:30")
    local = moment.replace(tzinfo=AMSTERDAM)
    on_day = (local.weekday() - first) % 7 <= (last - first) % 7
    within = opens * 60 <= local.hour * 60 + local.minute < (opens + 1) * 60 + 30
    assert hours.include(local) is (on_day and within)
