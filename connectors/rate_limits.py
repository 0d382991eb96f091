"""Rate limits. An address is only ever a keyed hash, under a key that is random and itself lives for minutes.

A whole class often shares one address: the limits per address are averages over five minutes, so that
thirty students can begin at the same moment.
"""

import ipaddress
import math
import secrets
import time
from hashlib import blake2b
from typing import Protocol

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from redis.asyncio import Redis
from redis.exceptions import RedisError

from connectors.logs import get_logger

MESSAGES_PER_CONVERSATION = parse("30/minute")
MESSAGES_PER_ADDRESS = parse("600/5minute")
CONVERSATIONS_PER_ADDRESS = parse("100/5minute")
RECEIPTS_PER_ADDRESS = parse("5/minute")

SALT_KEY = "wijzer:web:limits:salt"
SALT_SECONDS = 900

log = get_logger()


class TooManyError(Exception):
    """A limit is reached; `retry_after` is in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("rate limit reached")
        self.retry_after = retry_after


class RateLimiter(Protocol):
    """Counts and refuses."""

    async def check(self, rule: RateLimitItem, who: str) -> None:
        """Count one try of `who` (an address or an id); raise `TooManyError` over the limit."""

    async def close(self) -> None:
        """Close what was opened."""


class NoLimits:
    """For measuring on loopback only."""

    async def check(self, rule: RateLimitItem, who: str) -> None:
        """Allow everything."""

    async def close(self) -> None:
        """Nothing was opened."""


class MemoryLimits:
    """Counts in this process, under a key that is random per process."""

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(32)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def check(self, rule: RateLimitItem, who: str) -> None:
        """See `RateLimiter`."""
        await _hit(self._limiter, rule, hide(who, self._salt))

    async def close(self) -> None:
        """Nothing was opened."""


class RedisLimits:
    """Counts in Redis, shared by all processes. While Redis is away, each process counts for itself."""

    def __init__(self, redis_url: str) -> None:
        self._redis = Redis.from_url(redis_url, socket_timeout=1, socket_connect_timeout=1)
        storage = RedisStorage(
            f"async+{redis_url}",
            wrap_exceptions=True,
            implementation="redispy",
            key_prefix="wijzer:web:limits",
            socket_timeout=1,
            socket_connect_timeout=1,
        )
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._alone = MemoryLimits()

    async def check(self, rule: RateLimitItem, who: str) -> None:
        """See `RateLimiter`."""
        try:
            await _hit(self._limiter, rule, hide(who, await self._salt()))
        except (RedisError, StorageError) as error:
            log.error("rate_limit_store_unreachable", error=type(error).__name__)
            await self._alone.check(rule, who)

    async def close(self) -> None:
        """Close the connections to Redis."""
        await self._redis.aclose()

    async def _salt(self) -> bytes:
        """Return the shared key; the first process to come makes it, and it ends by itself."""
        await self._redis.set(SALT_KEY, secrets.token_bytes(32), nx=True, ex=SALT_SECONDS)
        salt = await self._redis.get(SALT_KEY)
        return salt if isinstance(salt, bytes) else await self._salt()


def make_rate_limiter(*, on: bool, redis_url: str | None) -> RateLimiter:
    """Choose the limiter that the settings ask for."""
    if not on:
        return NoLimits()
    return RedisLimits(redis_url) if redis_url else MemoryLimits()


def hide(who: str, salt: bytes) -> str:
    """Return a keyed hash in hex."""
    return blake2b(who.encode(), key=salt, digest_size=16).hexdigest()


def network_of(address: str) -> str:
    """Return what counts as one address: for IPv6 the /64 that a home or school gets."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


async def _hit(limiter: SlidingWindowCounterRateLimiter, rule: RateLimitItem, who: str) -> None:
    if await limiter.hit(rule, who):
        return
    stats = await limiter.get_window_stats(rule, who)
    raise TooManyError(max(1, math.ceil(stats.reset_time - time.time())))
