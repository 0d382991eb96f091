"""What an unknown receipt is answered with behind the scenes, so that it costs the same work as a known one."""

import secrets
from dataclasses import dataclass, field

from nacl.public import PrivateKey

from desk.vault.sealing import new_key, wrap_key


@dataclass(frozen=True, slots=True)
class Decoy:
    """A case that is nobody's: new at every start, never stored."""

    case_id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    key: bytes = field(default_factory=new_key, repr=False)
    wrapped_key: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        public_key = bytes(PrivateKey.generate().public_key)
        object.__setattr__(self, "wrapped_key", wrap_key(self.key, public_key))
