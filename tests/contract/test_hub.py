"""Listeners hear of what concerns them, as long as they listen."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from uuid import uuid4

from handoff.domain.ids import ConversationId
from handoff.live.hub import Colleague, Hub, Who

HERE, ELSEWHERE = ConversationId(uuid4()), ConversationId(uuid4())


@dataclass(eq=False, slots=True)
class Ear:
    """Remembers what it heard."""

    woken: list[tuple[ConversationId, int | None]] = field(default_factory=list)
    typed: list[Who] = field(default_factory=list)
    guides: list[str] = field(default_factory=list)
    colleagues: list[Colleague] = field(default_factory=list)

    def wake(self, conversation: ConversationId, seq: int | None) -> None:
        """Remembered."""
        self.woken.append((conversation, seq))

    def typing(self, conversation: ConversationId, who: Who) -> None:
        """Remembered."""
        self.typed.append(who)

    def ticked(self, conversation: ConversationId, guide: str) -> None:
        """Remembered."""
        self.guides.append(guide)

    def joined(self, conversation: ConversationId, colleague: Colleague) -> None:
        """Remembered."""
        self.colleagues.append(colleague)


def test_a_listener_hears_of_its_conversation_only() -> None:
    hub, ear = Hub(), Ear()

    with hub.listening(ear, HERE):
        hub.wake(HERE, 3)
        hub.wake(ELSEWHERE, 4)

    assert ear.woken == [(HERE, 3)]


def test_a_listener_hears_of_the_guides_of_its_conversation() -> None:
    hub, ear = Hub(), Ear()

    with hub.listening(ear, HERE):
        hub.ticked(HERE, "profile")
        hub.ticked(ELSEWHERE, "first-hire")

    assert ear.guides == ["profile"]


def test_who_listens_to_all_hears_all() -> None:
    hub, ear = Hub(), Ear()

    with hub.listening_to_all(ear):
        hub.wake(HERE)
        hub.wake(ELSEWHERE, 4)

    assert ear.woken == [(HERE, None), (ELSEWHERE, 4)]


def test_who_listens_for_turns_hears_of_turns_only() -> None:
    hub, ear = Hub(), Ear()

    with hub.listening_for_turns(ear):
        hub.wake(HERE, 3)
        hub.wake(ELSEWHERE, turn=True)
    hub.wake(HERE, turn=True)

    assert ear.woken == [(ELSEWHERE, None)]


def test_who_has_left_hears_nothing() -> None:
    hub, ear = Hub(), Ear()

    with hub.listening(ear, HERE), hub.listening_to_all(ear):
        pass
    hub.wake(HERE)
    hub.wake_everybody()

    assert ear.woken == []


def test_one_leaves_and_the_other_still_hears() -> None:
    hub, one, other = Hub(), Ear(), Ear()

    with hub.listening(one, HERE):
        with hub.listening(other, HERE):
            pass
        hub.wake(HERE)

    assert (one.woken, other.woken) == ([(HERE, None)], [])


def test_typing_is_for_the_conversation_and_not_for_lists() -> None:
    hub, ear, board = Hub(), Ear(), Ear()

    with hub.listening(ear, HERE), hub.listening_to_all(board):
        hub.typing(HERE, "agent")
        hub.typing(ELSEWHERE, "agent")

    assert (ear.typed, board.typed) == (["agent"], [])


def test_a_listener_may_leave_while_it_is_woken() -> None:
    hub = Hub()
    heard: list[ConversationId] = []

    @dataclass(eq=False, slots=True)
    class Leaver(Ear):
        def wake(self, conversation: ConversationId, seq: int | None) -> None:
            leave.close()
            heard.append(conversation)

    leave = ExitStack()
    leave.enter_context(hub.listening(Leaver(), HERE))
    hub.wake_everybody()
    hub.wake(HERE)

    assert heard == [HERE]
