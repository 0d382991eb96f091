"""`python -m tests.structure.read_yaml FILE...`: every YAML file can be read (a hook of .pre-commit-config.yaml)."""

import sys
from pathlib import Path

import yaml


def main(names: list[str]) -> int:
    """Name the files that cannot be read; the exit status is 1 when there are any."""
    broken = [f"{name}: {error}" for name in names if (error := _error_of(Path(name)))]
    sys.stdout.write("".join(f"{line}\n" for line in broken))
    return 1 if broken else 0


def _error_of(path: Path) -> yaml.YAMLError | None:
    try:
        yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        return error
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
