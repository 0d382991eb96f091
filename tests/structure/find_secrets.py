"""`python -m tests.structure.find_secrets FILE...`: looks for what must never be committed (a hook, and a test).

A small net with few holes for the kinds of secret that this house has; it does not replace thinking. The passwords
that tests make up for addresses, "p" and "hidden", are let through.
"""

import re
import sys
from pathlib import Path

KINDS = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "Telegram token": re.compile(r"\b\d{8,10}:[A-Za-z0-9_-]{35}\b"),
    "access key": re.compile(r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abp]-[A-Za-z0-9-]{20,})\b"),
    "TOTP secret": re.compile(r"otpauth://[^\s\"'{]*secret=[A-Z2-7]{16,}"),
    "setting with a value": re.compile(r"^(?:BOT_TOKEN|DESK_PEPPER|TELEGRAM_BOT_TOKEN)=\S+", re.MULTILINE),
    "password in an address": re.compile(
        r"\b(?:postgres\w*|redis)(?:\+\w+)?://[^\s:/@{]*:(?!(?:p|hidden)@)[^\s:/@{]+@"
    ),
}


def found_in(text: str) -> list[str]:
    """Kinds of secret that stand in `text`."""
    return [kind for kind, pattern in KINDS.items() if pattern.search(text)]


def main(names: list[str]) -> int:
    """Name file and kind, never the secret; the exit status is 1 when there is any."""
    texts = {name: Path(name).read_text(encoding="utf-8", errors="replace") for name in names}
    lines = [f"{name}: {kind}\n" for name, text in texts.items() for kind in found_in(text)]
    sys.stdout.write("".join(lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
