"""What the website counts for the desk: what happened, never to whom; and a desk that is away stops no conversation."""

from pathlib import Path

from sqlalchemy import text

from desk.intake.counting import Tally
from desk.settings import DeskSettings
from desk.store.engine import open_store
from tests.support.site import Site
from tests.support.stand_in_bot import StandInBot


def test_a_conversation_is_counted_by_what_happened_in_it(own_site: Site) -> None:
    chat = own_site.begin()
    [answer] = chat.say("vergoeding")
    chat.say("keuze")
    chat.rate(answer["id"], True)
    chat.delete()
    assert own_site.counted() == {
        ("conversation", ""): 1,
        ("answered", ""): 1,
        ("answered", "stage/vergoeding"): 1,
        ("choices", ""): 1,
        ("helpful", ""): 1,
        ("helpful", "stage/vergoeding"): 1,
    }


def test_counting_leaves_nothing_that_leads_to_a_conversation(own_site: Site) -> None:
    chat = own_site.begin()
    chat.say("mijn naam is Fatima en ik zoek vergoeding")
    chat.say("vergoeding")
    own_site.counted()
    desk = open_store(DeskSettings(data_dir=own_site.data_dir).database_url)
    with desk.reading() as session:
        columns = {row[1] for row in session.execute(text("PRAGMA table_info(desk_counts)"))}
        stored = str(session.execute(text("SELECT * FROM desk_counts")).all())
    desk.engine.dispose()
    assert columns == {"month", "what", "by", "detail", "count"}
    assert chat.id not in stored
    assert "Fatima" not in stored


def test_a_desk_that_is_away_breaks_no_turn(own_site: Site, bot: StandInBot, tmp_path: Path) -> None:
    nowhere = tmp_path / "no-folder"
    nowhere.write_text("a file")
    object.__setattr__(own_site.house, "tally", Tally(DeskSettings(data_dir=nowhere)))
    chat = own_site.begin()
    [answer] = chat.say("vergoeding")
    assert chat.rate(answer["id"], True).status_code == 204
    assert bot.heard_words()[-1] == "vergoeding"
