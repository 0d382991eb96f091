"""What deriving a key costs. Receipts have two sets of parameters: one result never gives the other."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """One set of Argon2id parameters: passes over the memory, and memory in KiB."""

    passes: int
    memory_kib: int

    @property
    def memory_bytes(self) -> int:
        """Memory as libsodium wants it, in bytes."""
        return self.memory_kib * 1024


@dataclass(frozen=True, slots=True)
class Costs:
    """All parameters of one vault. The two for receipts are fixed for the life of a database."""

    receipt_lookup: Cost
    receipt_key: Cost
    password: Cost

    def for_receipts(self) -> dict[str, dict[str, int]]:
        """What must never change once a receipt was given out."""
        return {"lookup": asdict(self.receipt_lookup), "key": asdict(self.receipt_key)}


def costs_of(memory_mib: int, passes: int) -> Costs:
    """Costs around one strength; the key of a receipt takes one pass more than its look-up hash."""
    kib = memory_mib * 1024
    return Costs(Cost(passes, kib), Cost(passes + 1, kib), Cost(passes, kib))
