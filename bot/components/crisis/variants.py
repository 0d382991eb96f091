"""Variants of training sentences: with typing errors, and said in the middle of talk about school."""

from random import Random

LETTERS = "abcdefghijklmnoprstuvwz"
BEFORE = (
    "ik loop stage en",
    "op mijn stage",
    "op school",
    "sinds mijn stage",
    "ik zit op het mbo,",
    "vraagje over mijn opleiding,",
    "door school",
    "hoi,",
    "hallo ik wil iets vragen,",
    "ik doe een opleiding in utrecht en",
    "ik heb een vraag over stage maar",
    "sinds ik op deze school zit",
)
AFTER = (
    "op school",
    "op stage",
    "door mijn stage",
    "door school",
    "op mijn opleiding",
    "wat moet ik doen",
    "wie kan mij helpen",
    "met wie kan ik praten",
    "sinds ik stage loop",
    "en ik moet morgen naar school",
    "en ik weet niet meer wat ik moet doen",
    "help",
)


def in_context(text: str, random: Random) -> str:
    """The sentence with something about school before or after it."""
    if random.random() < 0.5:
        return f"{random.choice(BEFORE)} {text}"
    return f"{text} {random.choice(AFTER)}"


def misspelled(text: str, random: Random) -> str:
    """The sentence with one to three typing errors."""
    words = text.split()
    for _ in range(random.choice((1, 2, 2, 3))):
        place = random.randrange(len(words))
        if len(words[place]) > 2:
            words[place] = _slip(words[place], random)
        elif place + 1 < len(words):
            words[place] += words.pop(place + 1)
    return " ".join(words)


def _slip(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    kind = random.random()
    if kind < 0.3:
        return word[:at] + word[at + 1 :]
    if kind < 0.5:
        return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    if kind < 0.65:
        return word[:at] + word[at] + word[at:]
    if kind < 0.85 and word.endswith(("n", "t")):
        return word[:-1]
    return word[:at] + random.choice(LETTERS) + word[at + 1 :]
