"""More than one thing in a message: what is answered, and what is offered after it."""

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Tuple

AREAS = ("studiekeuze_", "stage_", "plekken_", "initiatieven_", "mkb_", "discriminatie_", "hulp_", "bot_")
BRUSH_OFFS = frozenset({"stop", "thank", "greet", "goodbye", "affirm", "deny", "compliment"})
SURE = 0.9
UNSURE = 0.7
OUTSIDE = "out_of_scope"


@dataclass(frozen=True)
class Reading:
    """What a text may mean, most likely first; `certain`: how likely the first is right, 0..1."""

    ranking: List[Dict[str, Any]]
    evidence: Dict[str, float]
    certain: float

    @property
    def intent(self) -> str:
        return str(self.ranking[0]["name"])

    @property
    def is_sure_topic(self) -> bool:
        return self.intent.startswith(AREAS) and self.certain >= SURE

    @property
    def says_little(self) -> bool:
        return self.certain < UNSURE or self.intent == OUTSIDE or self.intent in BRUSH_OFFS


def choose(
    whole: Reading, parts: Sequence[Reading], after_thanks: Optional[Reading] = None
) -> Tuple[Reading, Optional[str]]:
    """The reading to act on and the intent of a second question, from the message and the questions in it.

    Two sure questions about different topics: the first, then the second. "Laat maar, wat is bbl?" is about bbl, and
    "bedankt, en hoe schrijf ik hem in?" (`after_thanks`: what follows the thanks) asks something.
    """
    topics = list({part.intent: part for part in parts if part.is_sure_topic}.values())
    if len(topics) > 1:
        return topics[0], topics[1].intent
    if after_thanks is not None and whole.says_little and not after_thanks.says_little:
        return after_thanks, None
    if parts and whole.intent in BRUSH_OFFS:
        return max(parts, key=lambda part: part.certain), None
    if topics and len(parts) > 1 and whole.certain < UNSURE:
        return topics[0], None
    return whole, None
