"""Articles in the database: what is published is read back whole, what changed leaves a trace, and nobody sees half."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from knowledge.articles import Article, NextStep, Source, read_articles
from knowledge.store.engine import make_engine
from knowledge.store.load import fingerprint, load
from knowledge.store.lookup import all_articles
from knowledge.store.tables import ArticleRow, RevisionRow, SourceRow
from tests.support.articles import article

FULL = article(
    "stage/reiskosten",
    title="Krijg ik mijn reiskosten terug",
    audience=("student", "parent"),
    aspect="kosten",
    questions=("Wie betaalt mijn bus?", "Is de trein 'duur'?"),
    short="Vraag het bedrijf.\n\nDat mag: één keer ☺.",
    long="In 2025 was het 42%.",
    sources=(Source("Zwart boek", None, "2025"), Source("Aanpak", "https://a.example", "2026-02")),
    related=("stage/vinden",),
    next_steps=(NextStep(article="stage/vinden"), NextStep("Kaart", url="https://b.example"), NextStep(action="human")),
    facets={"wat": "Geld.", "kosten": "Niets."},
)
OTHER = article("hulp/geld", short="Kom langs.")
CHANGES: dict[str, dict[str, Any]] = {
    "a word": {"short": "Vraag het je bedrijf."},
    "a question": {"questions": ("Wie betaalt?",)},
    "a source": {"sources": FULL.sources[:1]},
    "the order of sources": {"sources": FULL.sources[::-1]},
    "a facet": {"facets": {"wat": "Geld."}},
    "the day of review": {"review_by": date(2028, 1, 1)},
    "a step": {"next_steps": FULL.next_steps[:1]},
}


def trace(engine: Engine) -> list[tuple[str, str | None]]:
    with Session(engine) as session:
        rows = session.scalars(select(RevisionRow).order_by(RevisionRow.id))
        return [(row.article_id, row.fingerprint) for row in rows]


def stored_sources(engine: Engine) -> int | None:
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(SourceRow))


def test_an_article_is_read_back_as_it_was_published(store: Engine) -> None:
    assert load(store, [FULL, OTHER]) == 2
    assert all_articles(store) == [OTHER, FULL]


def test_every_article_of_the_house_fits(store: Engine) -> None:
    articles = sorted(read_articles(), key=lambda one: one.id)
    assert load(store, articles) == len(articles)
    assert sorted(all_articles(store), key=lambda one: one.id) == articles


def test_an_empty_store_has_no_articles(store: Engine) -> None:
    assert all_articles(store) == []


def test_publishing_again_changes_nothing(store: Engine) -> None:
    load(store, [FULL, OTHER])
    before = trace(store)
    assert load(store, [OTHER, FULL]) == 0
    assert trace(store) == before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_replaces_its_article_alone_and_is_kept_as_a_version(store: Engine, change: dict[str, Any]) -> None:
    load(store, [FULL, OTHER])
    changed = replace(FULL, **change)
    assert load(store, [changed, OTHER]) == 1
    assert all_articles(store) == [OTHER, changed]
    assert stored_sources(store) == len(changed.sources) + 1
    assert trace(store)[2:] == [(FULL.id, fingerprint(changed))]


def test_an_article_that_is_gone_is_no_longer_answered_and_its_end_is_kept(store: Engine) -> None:
    load(store, [FULL, OTHER])
    assert load(store, [OTHER]) == 1
    assert all_articles(store) == [OTHER]
    assert stored_sources(store) == 1
    assert trace(store)[2:] == [(FULL.id, None)]


def test_going_back_to_an_earlier_text_is_a_version_too(store: Engine) -> None:
    for short in ("Een.", "Twee.", "Een."):
        load(store, [replace(FULL, short=short)])
    first, second, third = (digest for _, digest in trace(store))
    assert first == third != second


def test_a_version_says_since_when_it_was_answered(store: Engine) -> None:
    load(store, [FULL])
    with Session(store) as session:
        since = session.scalars(select(RevisionRow.live_from)).one()
    stamp = since if since.tzinfo else since.replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - stamp) < timedelta(minutes=1)


def test_an_article_may_take_the_intent_of_one_that_went(store: Engine) -> None:
    load(store, [article("stage/open-dagen")])
    renamed = article("stage/open_dagen")
    assert load(store, [renamed]) == 2
    assert all_articles(store) == [renamed]


def test_two_articles_of_one_intent_are_refused_and_the_old_ones_stay(store: Engine) -> None:
    load(store, [FULL])
    with pytest.raises(IntegrityError):
        load(store, [OTHER, article("stage/open-dagen"), article("stage/open_dagen")])
    assert all_articles(store) == [FULL]
    assert trace(store) == [(FULL.id, fingerprint(FULL))]


def test_processes_that_start_together_publish_each_article_once(store: Engine, url: str) -> None:
    articles = [replace(OTHER, id=f"hulp/geld-{number}") for number in range(20)]
    engines = [make_engine(url) for _ in range(4)]
    with ThreadPoolExecutor(len(engines)) as pool:
        changed = list(pool.map(lambda engine: load(engine, articles), engines))
    assert sorted(changed) == [0, 0, 0, 20]
    assert len(trace(store)) == len(all_articles(store)) == 20
    for engine in engines:
        engine.dispose()


def test_whoever_reads_during_a_change_sees_one_version_whole(store: Engine, url: str) -> None:
    old = [FULL, OTHER]
    new = [replace(FULL, sources=()), replace(OTHER, short="Bel.", sources=OTHER.sources * 2)]
    load(store, old)
    writer, changes = make_engine(url), iter([new])

    def change_meanwhile(*_: object) -> None:
        for articles in changes:
            load(writer, articles)

    event.listen(store, "after_cursor_execute", change_meanwhile)
    seen = all_articles(store)
    writer.dispose()
    assert seen in (by_id(old), by_id(new))
    assert all_articles(store) == by_id(new)


def by_id(articles: Sequence[Article]) -> list[Article]:
    return sorted(articles, key=lambda one: one.id)


def test_a_source_cannot_outlive_its_article(store: Engine) -> None:
    load(store, [FULL])
    with store.begin() as connection:
        connection.execute(ArticleRow.__table__.delete())  # type: ignore[attr-defined]
    assert stored_sources(store) == 0
