"""The stock project of `make bench`: Rasa's own default recipe with our data and rules, and nothing of our code."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.articles import read_articles
from tests.measure.bench_project import (
    default_recipe,
    fingerprint,
    merged_domain,
    stock_config,
    stock_domain,
    stock_rules,
    stock_stories,
    write_stock_project,
)

ANSWERS = {"stage_bpv": "Bpv is stage."}
DOMAIN = {
    "intents": ["stage_bpv", "unsure", {"greet": {"use_entities": []}}],
    "responses": {"utter_greet": [{"text": "Hoi {naam}!"}], "utter_nothing_yet": [{"text": "Waarover?"}]},
    "session_config": {"session_expiration_time": 30},
}


def rule(intent: str, *actions: str, **more: Any) -> dict[str, Any]:
    return {"rule": f"about {intent}", "steps": [{"intent": intent}, *({"action": name} for name in actions)], **more}


def made(*rules: dict[str, Any]) -> list[tuple[str, ...]]:
    return [
        tuple(str(value) for step in found["steps"] for value in step.values())
        for found in stock_rules([{"rules": list(rules)}, {}], ANSWERS)
    ]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the real stock project."""
    target = tmp_path_factory.mktemp("bench") / "stock"
    write_stock_project(target, read_articles())
    return target


def test_an_article_is_said_by_a_response() -> None:
    assert made(rule("stage_bpv", "action_answer")) == [("stage_bpv", "utter_stage_bpv")]


def test_other_code_of_ours_becomes_a_fixed_text() -> None:
    assert made(rule("more", "action_more")) == [("more", "utter_nothing_yet")]


def test_responses_and_rasas_own_actions_stay() -> None:
    assert made(rule("restart", "action_restart", "utter_restart")) == [("restart", "action_restart", "utter_restart")]


def test_not_understood_is_rasas_own_fallback_intent() -> None:
    assert made(rule("unsure", "action_second_chance")) == [("nlu_fallback", "utter_nothing_yet")]


def test_conditions_forms_and_a_second_rule_for_an_intent_are_left_out() -> None:
    form = {"rule": "form", "steps": [{"intent": "report"}, {"action": "a_form"}, {"active_loop": "a_form"}]}
    again = rule("greet", "utter_other")
    assert made(rule("stop", "utter_stop", condition=[{"active_loop": "a_form"}]), form) == []
    assert made(rule("greet", "utter_greet"), again) == [("greet", "utter_greet")]


def test_stories_ask_three_things_after_each_other_and_leave_rasas_own_actions_to_its_rules() -> None:
    rules = [rule("a", "utter_a"), rule("restart", "action_restart"), *(rule(name, f"utter_{name}") for name in "bcd")]
    told = [[next(iter(step.values())) for step in story["steps"]] for story in stock_stories(rules)]
    assert told == [["a", "utter_a", "b", "utter_b", "c", "utter_c"], ["d", "utter_d"]]


def test_the_domain_has_only_texts_without_slots() -> None:
    rules = list(stock_rules([{"rules": [rule("greet", "utter_greet"), rule("stage_bpv", "action_answer")]}], ANSWERS))
    domain = stock_domain(merged_domain([DOMAIN]), rules, ANSWERS)
    assert domain["intents"] == ["greet", "nlu_fallback", "stage_bpv"]
    assert domain["responses"] == {
        "utter_greet": [{"text": "Hoi (naam)!"}],
        "utter_stage_bpv": [{"text": "Bpv is stage."}],
    }


def test_the_recipe_is_rasas_own_for_dutch() -> None:
    config = stock_config(default_recipe(), None)
    names = [item["name"] for item in config["pipeline"]]
    assert config["language"] == "nl"
    assert names.count("CountVectorsFeaturizer") == 2
    assert [item["epochs"] for item in config["pipeline"] if item["name"] == "DIETClassifier"] == [100]
    assert {"MemoizationPolicy", "RulePolicy", "TEDPolicy"} <= {item["name"] for item in config["policies"]}


def test_a_smoke_test_shortens_training_and_changes_nothing_else() -> None:
    recipe = default_recipe()
    short = stock_config(recipe, 1)
    trained = [item for part in ("pipeline", "policies") for item in short[part] if "epochs" in item]
    assert {item["epochs"] for item in trained} == {1}
    assert [item["name"] for item in short["pipeline"]] == [item["name"] for item in recipe["pipeline"]]


def test_the_real_project_answers_what_a_plain_rule_of_ours_answers_and_defines_all_it_says(project: Path) -> None:
    responses = yaml.safe_load((project / "domain.yml").read_text())["responses"]
    rules = yaml.safe_load((project / "data" / "rules.yml").read_text())["rules"]
    said = {step["action"] for found in rules for step in found["steps"] if "action" in step}
    assert len({f"utter_{article.intent}" for article in read_articles()} & responses.keys()) >= 130
    assert {name for name in said if name.startswith("utter_")} == responses.keys()
    assert (project / "data" / "nlu").is_dir()


def test_the_fingerprint_follows_content(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("one")
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    (tmp_path / "a.yml").write_text("two")
    assert fingerprint(tmp_path) != before
