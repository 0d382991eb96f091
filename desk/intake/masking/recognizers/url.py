"""Links that lead to a person: with a path, a profile, or a name; the bare site of a company or a school stays."""

import re
from collections.abc import Iterator

from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.folding import fold
from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'`]+", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,10}(?:/[^\s<>\"'`]*)?(?![\w@])", re.IGNORECASE)
_PROFILE = re.compile(
    r"(?:^|\.|//)(?:instagram|facebook|fb|linkedin|tiktok|snapchat|twitter|x|youtube|youtu|github|t|wa|discord|discordapp|twitch|"
    r"pinterest|telegram|threads|bereal|bsky|soundcloud|open\.spotify|vinted|marktplaats)\.(?:com|nl|me|gg|be|tv|app|net)/\S"
)
_ENDINGS = set("nl com net org be eu de info nu me io online site page link app gg tv co uk amsterdam shop".split())
# sites of the government, schools and help that people are sent to; a link to a page of theirs names nobody
_PUBLIC = re.compile(
    r"(?:^|\.)(?:rijksoverheid|utrecht|duo|kiesmbo|s-bb|stagemarkt|mboutrecht|rocmn|hu|uu|glu|nimeto|yuverta|113|kindertelefoon|"
    r"discriminatie|mensenrechten|veiligthuis|politie|werk|uwv|overheid|mbo030|technohub|bouwiswouw|jobmbo|jongerenwerkutrecht|"
    r"stagediscriminatie|werkenbijutrecht|centrumseksueelgeweld|artikel1mn|studiekeuze123|gov|wikipedia)\.(?:nl|com|org)$"
)
_COMPANY = re.compile(r"bouw|install|techniek|zorg|groep|bv|elektro|metaal|transport|kapsalon|garage|bakker|hotel|school|college")


class UrlRecognizer(DutchRecognizer):
    """Links."""

    kind = Kind.URL

    def find(self, reading: Reading, artifacts: NlpArtifacts | None) -> Iterator[Found]:
        """Links typed with http or www, and bare addresses with a profile or a name in them."""
        for match in _LINK.finditer(reading.text):
            link = _without_tail(match[0])
            if _personal(link) or (_has_path(link) and not _PUBLIC.search(_host(link))):
                yield Found(match.start(), match.start() + len(link), CERTAIN)
        for match in _BARE.finditer(reading.text):
            link = _without_tail(match[0])
            if _host(link).rsplit(".", 1)[-1] in _ENDINGS and _personal(link):
                yield Found(match.start(), match.start() + len(link), LIKELY)


def _without_tail(link: str) -> str:
    return link.rstrip(".,;:!?)]}")


def _host(link: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).split("/")[0].split("?")[0].split(":")[0]


def _has_path(link: str) -> bool:
    rest = re.sub(r"^(?:https?://)?", "", link.lower())
    return bool(re.search(r"[/?#][^/?#]", rest))


def _personal(link: str) -> bool:
    plain = fold(link)
    return bool(_PROFILE.search(plain)) or _names_someone(plain)


def _names_someone(link: str) -> bool:
    """Whether a first name stands in the host or path, alone between marks or joined to a surname."""
    host = _host(link)
    if _COMPANY.search(host) and not _has_path(link):
        return False
    known = lexicon()
    pieces = re.findall(r"[^\W\d_]{3,}", re.sub(r"^(?:https?://)?(?:www\.)?", "", link))
    if any(known.clear_first(piece) and len(piece) > 3 for piece in pieces if piece not in _ENDINGS):
        return True
    return any(known.first_and_last_joined(piece) for piece in pieces)
