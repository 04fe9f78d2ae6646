"""Loading fills a real database, and loading again changes nothing."""

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from demo.load import enrol, load
from demo.logins import keep, logins
from demo.people import read
from handoff.storage.agents import SqlAgents
from handoff.storage.canned import SqlCannedReplies
from handoff.storage.passwords import Argon2Passwords
from payouts.book import PayoutBook
from payouts.tables import EventRow
from tests.databases import Database

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


async def test_loading_again_on_the_same_day_adds_nothing(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "demo.json"

    first = await load(database.engine, read(), TUESDAY, file)
    passwords = logins(file)
    second = await load(database.engine, read(), TUESDAY, file)

    assert first > 1000
    assert second == 0
    assert logins(file) == passwords


async def test_loading_on_another_day_moves_everything_along(
    database: Database, tmp_path: Path
) -> None:
    book = PayoutBook(database.sessions)
    await book.record_all(read().events(TUESDAY))

    await load(database.engine, read(), TUESDAY + timedelta(days=1), tmp_path / "demo.json")

    payout = await book.payout("lena", "PO-48213")
    assert payout is not None
    assert payout.since.date() == TUESDAY.date()
    assert [step.state for step in payout.history] == ["requested", "processing", "in_transit"]
    stale = select(func.count()).where(EventRow.id.startswith("demo:2026-11-24:"))
    async with database.sessions() as session:
        assert await session.scalar(stale) == 0


async def test_agents_sign_in_with_the_password_in_the_file(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "demo.json"

    agents = read().agents

    (amira, *others) = keep(file, agents)
    await enrol(database.engine, agents, [amira, *others])

    async with database.engine.connect() as connection:
        found = await SqlAgents(connection).credentials(amira.email)
        assert found is not None
        agent = await SqlAgents(connection).agent(found[0])
    assert await Argon2Passwords().matches(found[1], amira.password)
    assert (agent.name, agent.skills, agent.teams) == (
        "Amira",
        ("payouts", "identity"),
        ("Payments",),
    )


async def test_replies_are_written_in_advance_once_and_stay_as_a_lead_changed_them(
    database: Database, tmp_path: Path
) -> None:
    await load(database.engine, read(), TUESDAY, tmp_path / "demo.json")
    async with database.engine.begin() as connection:
        store = SqlCannedReplies(connection)
        first = await store.all()
        await store.put(replace(first[0], title="Changed"))

    await load(database.engine, read(), TUESDAY, tmp_path / "demo.json")

    async with database.engine.begin() as connection:
        again = await SqlCannedReplies(connection).all()
    assert len(again) == len(first) == 5
    assert again[0].title == "Changed"


def test_passwords_are_made_up_once_and_readable_by_their_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "state" / "demo.json"

    first = keep(file, read().agents)

    assert keep(file, read().agents) == first == logins(file)
    assert len({login.password for login in first}) == len(first)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert set(json.loads(file.read_text("utf-8"))["agents"][0]) == {"email", "name", "password"}


def test_a_new_agent_does_not_change_the_others(tmp_path: Path) -> None:
    agents = read().agents
    file = tmp_path / "demo.json"
    before = keep(file, agents[:3])

    after = keep(file, agents)

    assert after[:3] == before
    assert len(after) == len(agents)


def test_without_a_file_there_are_no_logins(tmp_path: Path) -> None:
    assert logins(tmp_path / "demo.json") == []
