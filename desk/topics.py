"""The topics the assistant knows, read as data: the desk names and counts them, and imports no other room."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from desk.errors import TopicsUnreadableError


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic: the id of its article (`stage/bpv`) and its Dutch title."""

    id: str
    title: str

    @property
    def intent(self) -> str:
        """Return its name in the training data: `stage_bpv`, `studiekeuze_bol_bbl`."""
        return self.id.replace("/", "_").replace("-", "_")


def read_topic_names(path: Path) -> tuple[TopicName, ...]:
    """Read a topics file: areas, each a list of mappings with `id` and `title`. Raise `TopicsUnreadableError`."""
    try:
        areas = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(TopicName(str(one["id"]), str(one["title"])) for area in areas.values() for one in area)
    except (OSError, yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise TopicsUnreadableError from error
