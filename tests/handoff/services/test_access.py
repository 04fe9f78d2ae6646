"""Agents come in and go."""

import pytest

from handoff.domain.errors import NotSignedIn
from handoff.services.access import Access
from handoff.services.looking import Looking
from handoff.services.recognition import Recognition
from tests.contract.store import spoken
from tests.fakes.outside import FakePasswords
from tests.handoff.services.house import House


def _access(house: House) -> Access:
    return Access(house.open_work, FakePasswords(), lambda: "fresh token", 3600)


async def test_the_right_password_opens_a_session(house: House) -> None:
    amira = await house.store.helper("Amira")

    token, agent = await _access(house).log_in("Amira@lotse.example", "Amira")

    assert (token, agent.id) == ("fresh token", amira.id)
    assert (await Recognition(house.open_work).agent(token)).id == amira.id


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("amira@lotse.example", "wrong"),
        ("amira@lotse.example", ""),
        ("nobody@lotse.example", "Amira"),
        ("", ""),
    ],
)
async def test_any_other_is_refused_in_the_same_words(
    house: House, email: str, password: str
) -> None:
    await house.store.helper("Amira")

    with pytest.raises(NotSignedIn, match="e-mail or password is wrong"):
        await _access(house).log_in(email, password)

    assert house.memory.sessions == {}


async def test_after_logging_out_the_session_is_worth_nothing(house: House) -> None:
    await house.store.helper("Amira")
    token, _ = await _access(house).log_in("amira@lotse.example", "Amira")

    await _access(house).log_out(token)

    with pytest.raises(NotSignedIn):
        await Recognition(house.open_work).agent(token)


async def test_before_accepting_an_agent_sees_the_whole_log_and_the_other_cases(
    house: House,
) -> None:
    earlier = await house.store.closed()
    it = await house.store.started(earlier.customer)
    await house.store.append(it.id, spoken())

    dossier = await Looking(house.open_work).dossier(it.id)

    assert dossier.listed.conversation.id == it.id
    assert dossier.listed.customer.id == it.customer
    assert [entry.event.type for entry in dossier.log] == ["started", "customer_said"]
    assert [other.id for other in dossier.earlier] == [earlier.id]
