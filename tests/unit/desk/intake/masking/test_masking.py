"""What masking promises to those who call it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.errors import TextTooLongError
from desk.intake.masking import Kind, Span, mask
from desk.intake.masking.engine import LONGEST


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Bakker zei dat ik weg moest", "[naam] zei dat ik weg moest"),
        ("Ik loop stage bij Bakker Installaties", "Ik loop stage bij Bakker Installaties"),
        ("mijn baas heet henk de vries", "mijn baas heet [naam]"),
        ("mail jan punt de vries apestaart gmail punt com", "mail [e-mailadres]"),
        ("bel nul zes twaalf vierendertig zesenvijftig achtenzeventig", "bel [telefoonnummer]"),
        ("bel 0800-0113 of 112", "bel 0800-0113 of 112"),
        ("mijn bsn is 123.456.789", "mijn bsn is [bsn]"),
        ("iban NL91 ABNA 0417 1643 00", "iban [rekeningnummer]"),
        ("ik woon op de Croeselaan 212-3 in Utrecht", "ik woon op de [adres] in Utrecht"),
        ("geboren op veertien mei tweeduizendacht", "geboren op [geboortedatum]"),
        ("op 14 mei 2026 zei hij dat", "op 14 mei 2026 zei hij dat"),
        ("ik ben marokkaans en woon in Zeist", "ik ben marokkaans en woon in Zeist"),
        ("de heer Van Bruggen van Huang & Kaya", "de heer [naam] van Huang & Kaya"),
    ],
)
def test_people_go_and_what_the_counsellor_needs_stays(said: str, kept: str) -> None:
    assert mask(said).text == kept


def test_spans_are_in_order_apart_and_of_the_input() -> None:
    text = "Fatima El Amrani, 06-48213377, fatima@gmail.com en weer Fatima"
    masked = mask(text)
    assert [text[span.start : span.end] for span in masked.spans] == [
        "Fatima El Amrani",
        "06-48213377",
        "fatima@gmail.com",
        "Fatima",
    ]
    assert masked.kinds == (Kind.NAME, Kind.PHONE, Kind.EMAIL)


def test_nothing_comes_of_nothing() -> None:
    assert mask("").spans == mask(" \n").spans == ()


def test_half_a_letter_does_no_harm() -> None:
    assert mask("mijn baas \ud83d heet henk de vries").spans == (Span(17, 30, Kind.NAME),)


def test_a_book_is_refused() -> None:
    with pytest.raises(TextTooLongError):
        mask("a" * (LONGEST + 1))


def test_threads_get_their_own_results() -> None:
    names = ["henk de vries", "fatima el amrani", "emre kaya", "sjoerd dijkstra"] * 5
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda name: mask(f"mijn baas heet {name}"), names))
    assert {masked.text for masked in found} == {"mijn baas heet [naam]"}
    assert [masked.spans[0].end - masked.spans[0].start for masked in found] == [len(name) for name in names]
