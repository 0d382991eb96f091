"""Who is looking at a case at this moment. In memory only, and only for colleagues who have a key too."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

# With JavaScript the page says so every second or two; without, a visit counts this long.
AFTER_A_VISIT = timedelta(minutes=2)
AFTER_A_SIGN = timedelta(seconds=10)


class Looking:
    """For each case until when each account counts as looking."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._until: dict[str, dict[str, datetime]] = {}
        self._lock = threading.Lock()

    def look(self, case_id: str, account_id: str, long: timedelta = AFTER_A_VISIT) -> None:
        """Count somebody as looking from now on."""
        with self._lock:
            self._until.setdefault(case_id, {})[account_id] = self._clock() + long

    def leave(self, case_id: str, account_id: str) -> None:
        """Somebody closed the page."""
        with self._lock:
            self._until.get(case_id, {}).pop(account_id, None)

    def others(self, case_id: str, account_id: str) -> list[str]:
        """Return the ids of the others who look at it now."""
        now = self._clock()
        with self._lock:
            here = {who: until for who, until in self._until.get(case_id, {}).items() if until > now}
            if here:
                self._until[case_id] = here
            else:
                self._until.pop(case_id, None)
        return sorted(who for who in here if who != account_id)
