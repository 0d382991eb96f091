"""A message with more than one thing in it."""

import unittest

from components.parts import question_after_thanks, questions_in
from components.several import Reading, choose


def reading(intent: str, certain: float) -> Reading:
    return Reading([{"name": intent, "confidence": certain}], {}, certain)


class Parts(unittest.TestCase):
    """Where a message is cut."""

    def test_two_questions_are_two_parts(self) -> None:
        self.assertEqual(
            questions_in("Hoe vind ik een stage? En krijg ik daar geld voor?"),
            ["hoe vind ik een stage?", "krijg ik daar geld voor?"],
        )
        self.assertEqual(len(questions_in("wat is bpv en hoeveel geld krijg ik op stage")), 2)

    def test_a_question_after_a_comma_is_found(self) -> None:
        self.assertEqual(questions_in("laat maar, wat is eigenlijk bbl"), ["wat is eigenlijk bbl"])

    def test_one_question_has_no_parts(self) -> None:
        for text in ("hoe vind ik een stage", "wat is het verschil tussen bol en bbl?", "", "???", "a, b"):
            self.assertEqual(questions_in(text), [])

    def test_what_is_asked_after_thanks(self) -> None:
        for text, asked in (
            ("Bedankt, en hoe schrijf ik hem in?", "hoe schrijf ik hem in?"),
            ("ok thnx maar wat kost dat", "wat kost dat"),
            ("dank u wel voor de uitleg. Waar is dat?", "waar is dat?"),
            ("top, en voor bedrijven", "voor bedrijven"),
        ):
            self.assertEqual(question_after_thanks(text), asked)

    def test_thanks_alone_ask_nothing(self) -> None:
        for text in ("bedankt voor de hulp", "ok", "ok top bedankt", "goedemorgen", "ok ik wil stoppen met school", ""):
            self.assertIsNone(question_after_thanks(text))


class Choosing(unittest.TestCase):
    """What is answered and what is offered."""

    def test_two_sure_questions_the_first_is_answered_and_the_second_offered(self) -> None:
        first, second = reading("stage_bpv", 0.99), reading("stage_vergoeding", 0.93)
        self.assertEqual(choose(reading("stage_vergoeding", 0.8), [first, second]), (first, "stage_vergoeding"))

    def test_twice_the_same_topic_is_one_question(self) -> None:
        whole = reading("stage_bpv", 0.99)
        self.assertEqual(choose(whole, [whole, whole]), (whole, None))

    def test_an_unsure_part_changes_nothing(self) -> None:
        whole = reading("stage_bpv", 0.9)
        self.assertEqual(choose(whole, [reading("stage_bpv", 0.99), reading("hulp_geld", 0.6)]), (whole, None))

    def test_a_brush_off_before_a_question_does_not_hide_it(self) -> None:
        part = reading("studiekeuze_bol_bbl", 0.4)
        self.assertEqual(choose(reading("stop", 0.8), [part]), (part, None))
        self.assertEqual(choose(reading("stop", 0.8), []), (reading("stop", 0.8), None))

    def test_when_the_whole_is_unclear_the_sure_question_counts(self) -> None:
        sure = reading("stage_vinden", 0.99)
        found = choose(reading("stage_vinden", 0.44), [sure, reading("follow_up_price", 0.8)])
        self.assertEqual(found, (sure, None))

    def test_a_sure_question_after_thanks_counts_when_the_whole_says_little(self) -> None:
        asked = reading("follow_up_join", 0.9)
        for whole in (reading("thank", 0.99), reading("out_of_scope", 0.8), reading("stage_bpv", 0.4)):
            self.assertEqual(choose(whole, [], asked), (asked, None))
        self.assertEqual(choose(reading("stage_bpv", 0.9), [], asked), (reading("stage_bpv", 0.9), None))
        self.assertEqual(choose(reading("thank", 0.9), [], reading("hulp_geld", 0.5)), (reading("thank", 0.9), None))
