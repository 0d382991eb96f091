"""The stock project that `make bench` compares with: what `rasa init` would give someone with our training data.

Rasa's own default recipe is read from the installed package, not copied here. The rules are ours; where a rule runs
code of ours, the stock project says a fixed text: the article's short answer. Out of the rules come stories of a few
questions each, because a project of `rasa init` has stories, and without them Rasa skips half of its default policies.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched
from pathlib import Path
from typing import Any

import yaml

from deploy.rasa_process import ROOT
from knowledge.articles import Article

DEFAULT_RECIPE = "lib/python*/site-packages/rasa/engine/recipes/config_files/default_config.yml"
TRAINING_DATA = ROOT / "data" / "nlu"
STORIES = ROOT / "data" / "stories"
DOMAIN = ROOT / "bot" / "domain"
NOT_UNDERSTOOD = {"unsure": "nlu_fallback"}  # our intent for it → Rasa's
_BUILT_IN = {"action_restart", "action_back"}  # with Rasa's own rules
_INSTEAD_OF_CODE = "utter_nothing_yet"
_QUESTIONS_PER_STORY = 3


def write_stock_project(
    target: Path, articles: Iterable[Article], epochs: int | None = None, sentences: Path = TRAINING_DATA
) -> str:
    """Write the project into `target`, which is emptied first; returns the fingerprint of its files."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(sentences, target / "data" / "nlu")
    answers = {article.intent: article.short for article in articles}
    domain = merged_domain(_load_all(DOMAIN))
    rules = list(stock_rules(_load_all(STORIES), answers))
    _write(target / "data" / "rules.yml", {"version": "3.1", "rules": rules})
    _write(target / "data" / "stories.yml", {"version": "3.1", "stories": list(stock_stories(rules))})
    _write(target / "domain.yml", stock_domain(domain, rules, answers))
    _write(target / "config.yml", stock_config(default_recipe(), epochs))
    _write(target / "credentials.yml", {"rest": None})
    (target / "endpoints.yml").write_text("# as rasa init leaves it: conversations in memory, no action server\n")
    return fingerprint(target)


def default_recipe() -> dict[str, Any]:
    """Rasa's own pipeline and policies for a project that names none."""
    path = next((ROOT / ".venv-bot").glob(DEFAULT_RECIPE))
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def stock_config(recipe: Mapping[str, Any], epochs: int | None) -> dict[str, Any]:
    """The default recipe for Dutch; `epochs` shortens training for a smoke test only."""
    config = {**recipe, "language": "nl", "assistant_id": "stock"}
    if epochs is not None:
        for part in ("pipeline", "policies"):
            config[part] = [{**item, "epochs": epochs} if "epochs" in item else item for item in recipe[part]]
    return config


def stock_rules(files: Iterable[Mapping[str, Any]], answers: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """One plain rule per intent: intent, then responses. Rules with conditions or forms are left out."""
    seen = set()
    for rule in (rule for file in files for rule in file.get("rules") or ()):
        intent, *actions = rule["steps"]
        plain = "intent" in intent and actions and all(set(step) == {"action"} for step in actions)
        if not plain or rule.get("condition") or intent["intent"] in seen:
            continue
        seen.add(intent["intent"])
        said = [{"action": _response(step["action"], intent["intent"], answers)} for step in actions]
        name = NOT_UNDERSTOOD.get(intent["intent"], intent["intent"])
        yield {"rule": rule["rule"], "steps": [{"intent": name}, *said]}


def stock_stories(rules: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Conversations of three questions, one rule after the other; each rule that only says something is in one."""
    plain = [rule["steps"] for rule in rules if not _BUILT_IN & {step.get("action") for step in rule["steps"]}]
    for number, talk in enumerate(batched(plain, _QUESTIONS_PER_STORY), start=1):
        yield {"story": f"conversation {number}", "steps": [dict(step) for steps in talk for step in steps]}


def _response(action: str, intent: str, answers: Mapping[str, str]) -> str:
    if action.startswith("utter_") or action in _BUILT_IN:
        return action
    return f"utter_{intent}" if intent in answers else _INSTEAD_OF_CODE


def stock_domain(
    domain: Mapping[str, Any], rules: Sequence[Mapping[str, Any]], answers: Mapping[str, str]
) -> dict[str, Any]:
    """Intents, and of the responses only the texts that the rules say."""
    said = {step["action"] for rule in rules for step in rule["steps"] if "action" in step}
    texts = {name: variants[0].get("text") or name for name, variants in domain["responses"].items()}
    texts |= {f"utter_{intent}": text for intent, text in answers.items()}
    return {
        "version": "3.1",
        "intents": sorted({*domain["intents"], *NOT_UNDERSTOOD.values()} - NOT_UNDERSTOOD.keys()),
        "responses": {name: [{"text": _plain(texts[name])}] for name in sorted(said) if name.startswith("utter_")},
        "session_config": domain["session_config"],
    }


def merged_domain(files: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Intents and responses of all domain files together."""
    merged: dict[str, Any] = {"intents": [], "responses": {}, "session_config": {}}
    for file in files:
        merged["intents"] += [name if isinstance(name, str) else next(iter(name)) for name in file.get("intents", ())]
        merged["responses"] |= file.get("responses") or {}
        merged["session_config"] |= file.get("session_config") or {}
    return merged


def fingerprint(folder: Path) -> str:
    """A digest over all files of a folder, twelve hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _plain(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")  # no slots to fill in


def _load_all(folder: Path) -> list[dict[str, Any]]:
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.yml"))]


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
