"""How far a playbook is, told by the log alone."""

from datetime import UTC, datetime, timedelta

from handoff.domain.briefing import Logged
from handoff.domain.events import PlaybookMove, PlaybookNoted
from handoff.domain.people import Language
from handoff.domain.playbooks import (
    Contact,
    Playbook,
    PlaybookRole,
    PlaybookStep,
    Run,
    runs,
)
from tests.handoff.domain.examples import AMIRA

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WORDS = {Language.DE: "x", Language.EN: "x"}
BOOK = Playbook(
    slug="fire",
    title=WORDS,
    starts_on=frozenset(),
    criteria=(WORDS,),
    roles=(PlaybookRole(id="warden", name=WORDS, task=WORDS),),
    contacts=(
        Contact(id="first", role="warden", within_s=600, how=WORDS),
        Contact(id="second", role="warden", within_s=300, how=WORDS),
    ),
    steps=(
        PlaybookStep(id="alarm", role="warden", title=WORDS),
        PlaybookStep(id="doors", role="warden", title=WORDS),
    ),
    messages=(),
)


def told(*moves: tuple[int, PlaybookMove, str | None], playbook: str = "fire") -> tuple[Run, ...]:
    """What the log says after these moves, each at so many minutes."""
    log = [
        Logged(
            seq=seq,
            at=NOW + timedelta(minutes=minute),
            event=PlaybookNoted(playbook=playbook, move=move, item=item, agent=AMIRA),
        )
        for seq, (minute, move, item) in enumerate(moves, 1)
    ]
    return runs(log, {"fire": BOOK})


BEGUN = (0, PlaybookMove.STARTED, None)


def test_the_first_contact_is_to_be_called_at_once() -> None:
    [run] = told(BEGUN)

    assert run.contact == BOOK.contacts[0]
    assert run.due_at == NOW + timedelta(minutes=10)


def test_who_does_not_answer_is_passed_over_and_the_next_has_time_of_their_own() -> None:
    [run] = told(BEGUN, (11, PlaybookMove.CONTACT_SILENT, "first"))

    assert run.contact == BOOK.contacts[1]
    assert run.due_at == NOW + timedelta(minutes=16)


def test_when_nobody_answered_nobody_is_left_to_call() -> None:
    silent = PlaybookMove.CONTACT_SILENT
    [run] = told(BEGUN, (11, silent, "first"), (17, silent, "second"))

    assert run.contact is None
    assert run.due_at is None


def test_once_somebody_answered_nobody_else_is_called() -> None:
    [run] = told(BEGUN, (5, PlaybookMove.CONTACT_REACHED, "first"))

    assert run.reached == "first"
    assert run.due_at is None


def test_a_step_keeps_who_did_it_and_can_be_taken_back() -> None:
    done, undone = PlaybookMove.STEP_DONE, PlaybookMove.STEP_UNDONE
    [run] = told(BEGUN, (1, done, "alarm"), (2, done, "doors"), (3, undone, "alarm"))

    assert list(run.steps) == ["doors"]
    assert run.steps["doors"].agent == AMIRA


def test_beginning_again_begins_from_nothing() -> None:
    [run] = told(
        BEGUN,
        (1, PlaybookMove.STEP_DONE, "alarm"),
        (2, PlaybookMove.ENDED, None),
        (60, PlaybookMove.STARTED, None),
    )

    assert run.started_at == NOW + timedelta(hours=1)
    assert not run.steps
    assert run.ended_at is None


def test_a_playbook_that_is_no_more_is_left_out() -> None:
    assert told(BEGUN, playbook="flood") == ()
