"""What `make bench` does to a running server, and the figures that come out of it."""

import itertools
import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from tests.measure.bench_figures import percentile
from tests.measure.bench_servers import Server

WARM_UP = 40
ONE_CLIENT_MESSAGES = 200
CLIENTS = 8
MESSAGES_PER_CLIENT = 50
PER_CONVERSATION = 10
SESSION_MESSAGES = 300
SESSION_EDGE = 50


def measure_server(server: Server, texts: Sequence[str]) -> dict[str, float]:
    """All figures of one round; `server` has just become ready."""
    talk(server, texts[:WARM_UP], WARM_UP)
    figures = {"cold start": server.cold_start, **_memory(server)}
    return {**figures, **one_client(server, texts), **many_clients(server, texts), **long_session(server, texts)}


def one_client(server: Server, texts: Sequence[str]) -> dict[str, float]:
    """Latency when nobody else asks anything, and the processor time a message costs."""
    before = server.cpu_seconds()
    times = talk(server, texts, ONE_CLIENT_MESSAGES)
    cost = 1000 * (server.cpu_seconds() - before) / ONE_CLIENT_MESSAGES
    return {"p50 at 1": percentile(times, 50), "p95 at 1": percentile(times, 95), "cpu per message": cost}


def many_clients(server: Server, texts: Sequence[str]) -> dict[str, float]:
    """Latency and messages per second when eight people never stop asking."""
    shares = [[*texts[start::CLIENTS]] for start in range(CLIENTS)]
    started = time.monotonic()
    with ThreadPoolExecutor(CLIENTS) as pool:
        found = pool.map(lambda share: talk(server, share, MESSAGES_PER_CLIENT), shares)
        times = [time_taken for one_client in found for time_taken in one_client]
    rate = len(times) / (time.monotonic() - started)
    return {"p50 at 8": percentile(times, 50), "p95 at 8": percentile(times, 95), "rate at 8": rate}


def long_session(server: Server, texts: Sequence[str]) -> dict[str, float]:
    """Whether a message costs more at the end of a long conversation than at its beginning."""
    times = talk(server, texts, SESSION_MESSAGES, per_conversation=SESSION_MESSAGES)
    first, last = median(times[:SESSION_EDGE]), median(times[-SESSION_EDGE:])
    return {"session first": first, "session last": last, "session growth": last / first}


def talk(server: Server, texts: Sequence[str], count: int, per_conversation: int = PER_CONVERSATION) -> list[float]:
    """Say `count` messages one after the other; returns the milliseconds each took."""
    times = []
    with server.client() as client:
        said = itertools.islice(itertools.cycle(texts), count)
        for conversation, text in zip(_conversations(per_conversation), said, strict=False):
            started = time.perf_counter()
            server.say(client, conversation, text)
            times.append(1000 * (time.perf_counter() - started))
    return times


def _conversations(length: int) -> Iterator[str]:
    while True:
        name = uuid.uuid4().hex
        yield from itertools.repeat(name, length)


def _memory(server: Server) -> dict[str, float]:
    per_process = server.memory_mb()
    return {"memory of the bot": per_process[0], "memory of all": sum(per_process)}
