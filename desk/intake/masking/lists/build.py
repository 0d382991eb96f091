"""Makes the word lists that name recognition reads, from `by_hand.yml`, the package faker (MIT) and running text.

    python -m desk.intake.masking.lists.build --ud FOLDER --chat data/nlu

`--ud` holds Universal Dependencies Dutch (Alpino and LassySmall, CC BY-SA 4.0) and `--chat` Rasa training files:
from both only counts of single lower-case words are used, to know which names are also everyday words.
more_words.txt holds further Dutch words: those that the packages simplemma (MIT) and wordfreq (Apache-2.0, its data
CC BY-SA 4.0) both know, in lower case and not too seldom, and the most frequent English ones of wordfreq; a word that may be a name stays out of it.
Writes first_names.txt, last_names.txt, common_words.txt, more_words.txt and places.txt beside itself, folded as `folding.fold` does;
places that are also names are left out unless places_by_hand.txt has them.
Needs faker, simplemma and wordfreq and is run by hand; its results are kept in the repository.
"""

import argparse
import importlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from desk.intake.masking.folding import fold

HERE = Path(__file__).parent
LAST_NAME_LOCALES = "nl_NL nl_BE tr_TR fr_DZ pl_PL en_NG ha_NG tw_GH ro_RO hr_HR pt_PT id_ID"
FIRST_NAME_LOCALES = f"{LAST_NAME_LOCALES} en_IN en_PK es_ES it_IT fr_FR en_US"
PARTICLES = {"van", "de", "den", "der", "het", "'t", "ter", "ten", "te", "in", "op", "el", "al", "ben", "'s"}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
UPOS_OF_NAMES = {"PROPN", "X", "SYM"}
OFTEN_IN_UD = 1
OFTEN_IN_CHAT = 2
OF_ENGLISH = 2500  # words that young people mix into their Dutch
OFTEN_IN_WORDFREQ = 2.0  # on the Zipf scale: once in ten million words


def names_of(locales: str, kind: str) -> Iterator[str]:
    """Names of faker's providers; `kind` is `first` or `last`."""
    for locale in locales.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in vars(provider):
            if re.fullmatch(rf"(?:male_|female_|unisex_)?{kind}_names(?:_\w+)?", attribute):
                yield from getattr(provider, attribute)


def by_hand(kind: str) -> Iterator[str]:
    """The names of `by_hand.yml`; `kind` is `first` or `last`."""
    origins = yaml.safe_load((HERE / "by_hand.yml").read_text(encoding="utf-8"))
    for lists in origins.values():
        yield from lists[kind].split()


def single_words(names: Iterable[str]) -> set[str]:
    """Folded names of one word, particles taken off ("van den Berg" gives "berg"); two letters only from hand."""
    found = set()
    for name in names:
        words = [word for word in fold(name).replace("’", "'").split() if word not in PARTICLES]
        if len(words) == 1 and len(words[0]) > 1 and WORD.fullmatch(words[0]):
            found.add(words[0])
    return found


def ud_words(folder: Path) -> Counter[str]:
    """How often each word that is no name stands in lower case in the treebanks."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) == 10 and columns[3] not in UPOS_OF_NAMES and columns[1].islower():
                counts[fold(columns[1])] += 1
    return counts


def chat_words(folder: Path) -> Counter[str]:
    """How often each word stands in the example lines of Rasa training files."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("**/*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.lstrip().startswith("- ") and "intent:" not in line:
                counts.update(fold(word) for word in WORD.findall(line))
    return counts


def more_words(without: set[str]) -> Iterator[str]:
    """Dutch words of three letters and more, in lower case, apart from those of `without`."""
    wordfreq = importlib.import_module("wordfreq")
    factory = importlib.import_module("simplemma.strategies.dictionaries").DefaultDictionaryFactory()
    dictionary = {key.decode() if isinstance(key, bytes) else key for key in factory.get_dictionary("nl")}
    english = wordfreq.top_n_list("en", OF_ENGLISH)
    yield from (fold(word) for word in english if len(word) > 2 and WORD.fullmatch(word) and fold(word) not in without)
    for word in wordfreq.get_frequency_dict("nl", "best"):
        often = wordfreq.zipf_frequency(word, "nl") >= OFTEN_IN_WORDFREQ
        if often and len(word) > 2 and word in dictionary and WORD.fullmatch(word) and fold(word) not in without:
            yield fold(word)


def write(name: str, words: Iterable[str]) -> None:
    """One word or phrase per line, sorted."""
    (HERE / name).write_text("\n".join(sorted(set(words))) + "\n", encoding="utf-8")


def main() -> None:
    """Build all lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ud", type=Path, required=True)
    parser.add_argument("--chat", type=Path, required=True)
    arguments = parser.parse_args()
    write("first_names.txt", single_words([*by_hand("first"), *names_of(FIRST_NAME_LOCALES, "first")]))
    write("last_names.txt", single_words([*by_hand("last"), *names_of(LAST_NAME_LOCALES, "last")]))
    ud, chat = ud_words(arguments.ud), chat_words(arguments.chat)
    common = {word for word, count in ud.items() if count >= OFTEN_IN_UD}
    common |= {word for word, count in chat.items() if count >= OFTEN_IN_CHAT}
    common = {word for word in common if WORD.fullmatch(word)}
    write("common_words.txt", common)
    cities = importlib.import_module("faker.providers.address.nl_NL").Provider
    hand = (HERE / "places_by_hand.txt").read_text(encoding="utf-8").splitlines()
    near = {fold(line) for line in hand if line[:1] != "#"}
    names = set((HERE / "first_names.txt").read_text(encoding="utf-8").split())
    names |= set((HERE / "last_names.txt").read_text(encoding="utf-8").split())
    far = {fold(place) for place in (*cities.cities, *cities.countries, *cities.provinces)} - names
    write("places.txt", near | far)
    write("more_words.txt", more_words(names | common | near | far))


if __name__ == "__main__":
    main()
