"""Style and types, as `make check` and CI run them: ruff, mypy --strict, content checker."""

import subprocess
import sys

CHECKS = (
    ("ruff check", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy", ["mypy", "actions", "connectors", "deploy", "desk", "knowledge", "tests"]),
    ("content", ["knowledge.check"]),
)


def main() -> int:
    """Run all checks, print the output of those that fail; the exit status is 1 when one does."""
    failed = [name for name, command in CHECKS if not _passes(name, command)]
    sys.stdout.write(f"static checks: {len(CHECKS) - len(failed)} passed, {len(failed)} failed\n")
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.stdout.write(f"--- {name}\n{done.stdout}{done.stderr}\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
