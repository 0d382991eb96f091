"""`python -m desk.export`: writes what colleagues proposed as a change to review. `make desk-export` calls it.

Nothing is trained and no file of the project changes: take the patch over with `git apply`, look, and make a pull
request of it.
"""

import sys
from pathlib import Path

from desk.desk import open_desk
from desk.errors import DeskError
from desk.learning.exporting import PATCH, Exported, export
from desk.settings import read_settings
from desk.topics import read_topic_names

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Export and say where it is; exit status 1 when it could not be done."""
    settings = read_settings()
    try:
        topics = read_topic_names(settings.topics_file)
        done = export(open_desk(settings), ROOT, settings.data_dir / "export", topics)
    except DeskError as error:
        sys.stderr.write(f"Not done: {(type(error).__doc__ or type(error).__name__).splitlines()[0]}\n")
        return 1
    sys.stdout.write(_told(done))
    return 0


def _told(done: Exported) -> str:
    doubles = f"{done.doubles} sentences were there already and are left out.\n" if done.doubles else ""
    if done.folder is None:
        return f"{doubles}Nothing to export.\n"
    return (
        f"{doubles}{done.sentences} sentences and {done.articles} articles: {done.folder}\n"
        f"Read it, then: git apply {done.folder / PATCH}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
