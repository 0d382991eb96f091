"""Links that lead to a person: with a path, a profile, or a name; the bare site of a company or a school stays."""

import re
from collections.abc import Iterator

from desk.intake.masking.folding import fold
from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'`]+", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,10}(?:/[^\s<>\"'`]*)?(?![\w@])", re.IGNORECASE
)
_PEOPLE = """
    instagram facebook fb linkedin tiktok snapchat twitter x youtube youtu github t wa discord discordapp twitch
    pinterest telegram threads bereal bsky soundcloud spotify vinted marktplaats
"""
_PROFILE = re.compile(rf"(?:^|[./]){one_of(_PEOPLE)}\.(?:com|nl|me|gg|be|tv|app|net)/\S")
_ENDINGS = words_of("nl com net org be eu de info nu me io online site page link app gg tv co uk amsterdam shop")
# sites of the government, schools and help that people are sent to; a link to a page of theirs names nobody
_PUBLIC_SITES = """
    rijksoverheid utrecht duo kiesmbo s-bb stagemarkt mboutrecht rocmn hu uu glu nimeto yuverta 113 kindertelefoon
    discriminatie mensenrechten veiligthuis politie werk uwv overheid mbo030 technohub bouwiswouw jobmbo
    jongerenwerkutrecht stagediscriminatie werkenbijutrecht centrumseksueelgeweld artikel1mn studiekeuze123 wikipedia
"""
_PUBLIC = re.compile(rf"(?:^|\.){one_of(_PUBLIC_SITES)}\.(?:nl|com|org)$")
_COMPANY = re.compile(
    one_of("bouw install techniek zorg groep bv elektro metaal transport kapsalon garage bakker hotel school")
)
_PERSON_PAGE = re.compile(
    r"/(?:medewerkers?|personen|persoon|people|profiel|profile|profielen|team|docenten|staff|users?|leden|member|members)/"
    r"[^/?#]*[^\W\d_]"
)
_INNOCENT_PATH = re.compile(
    rf"/{one_of('vacature* job* stage* opleiding* nieuws* news werken* open-dag* opendag* agenda contact over-ons about mbo')}"
)
_FRONT = re.compile(r"^(?:https?://)?(?:www\.)?")


class UrlRecognizer(DutchRecognizer):
    """Links."""

    kind = Kind.URL

    def find(self, reading: Reading) -> Iterator[Found]:
        """Links typed with http or www, and bare addresses with a profile or a name in them."""
        for match in _LINK.finditer(reading.text):
            link = _without_tail(match[0])
            if _personal(link) or (_has_path(link) and not _leads_to_nobody(link)):
                yield Found(match.start(), match.start() + len(link), CERTAIN)
        for match in _BARE.finditer(reading.text):
            link = _without_tail(match[0])
            if _host(link).rsplit(".", 1)[-1] in _ENDINGS and _personal(link):
                yield Found(match.start(), match.start() + len(link), LIKELY)


def _without_tail(link: str) -> str:
    return link.rstrip(".,;:!?)]}")


def _host(link: str) -> str:
    return re.split(r"[/?:]", _FRONT.sub("", link.lower()))[0]


def _has_path(link: str) -> bool:
    return bool(re.search(r"[/?#][^/?#]", _FRONT.sub("", link.lower())))


def _leads_to_nobody(link: str) -> bool:
    return bool(_PUBLIC.search(_host(link)) or _INNOCENT_PATH.search(fold(link)))


def _personal(link: str) -> bool:
    plain = fold(link)
    return bool(_PROFILE.search(plain) or _PERSON_PAGE.search(plain)) or _names_someone(plain)


def _names_someone(link: str) -> bool:
    """Whether a first name stands in the host or path, alone between marks or joined to a surname."""
    if _COMPANY.search(_host(link)) and not _has_path(link):
        return False
    known = lexicon()
    pieces = [piece for piece in re.findall(r"[^\W\d_]{4,}", _FRONT.sub("", link)) if piece not in _ENDINGS]
    return any(known.clear_first(piece) or known.first_and_last_joined(piece) for piece in pieces)
