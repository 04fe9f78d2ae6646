"""Votes on articles: by hand, by words to the assistant, and without any customer."""

import pytest

from handoff.domain.conversation import Conversation
from handoff.domain.errors import Unknown
from handoff.domain.messages import Article, ArticleLink, Text
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote
from handoff.ports import Answer
from handoff.services.votes import Votes
from tests.contract.store import identity
from tests.handoff.services.house import House

LINK = ArticleLink(slug="fees", language="en", title="Fees", url="/help/en/fees", passage="None.")


@pytest.fixture
def votes(house: House) -> Votes:
    return Votes(house.open_work)


def _vote(*, helpful: bool, slug: str = "fees") -> ArticleVote:
    return ArticleVote(slug=slug, language=Language.EN, helpful=helpful)


async def _shown(house: House, it: Conversation) -> int:
    """The assistant shows the article; where it does."""
    answer = Answer(parts=(Text(text="Here:"), Article(article=LINK)), understanding=None)
    house.assistant.answers.append(answer)
    await house.say(it, "What does it cost?")
    await house.carry_all()
    return house.log(it)[-1].seq


async def _told(house: House, it: Conversation, vote: ArticleVote) -> None:
    """The customer tells the assistant what they think of it."""
    answer = Answer(parts=(Text(text="Good to know."),), understanding=None, vote=vote)
    house.assistant.answers.append(answer)
    await house.say(it, "so so")
    await house.carry_all()


def _kept(house: House, it: Conversation) -> dict[tuple[int, str], bool]:
    votes = house.memory.votes.items()
    return {(seq, slug): cast.vote.helpful for (where, seq, slug), cast in votes if where == it.id}


async def test_what_was_shown_is_voted_on_and_voted_on_again(house: House, votes: Votes) -> None:
    it = await house.store.started()
    seq = await _shown(house, it)

    await votes.cast(it.customer, it.id, seq, "fees", helpful=True)
    again = await votes.cast(it.customer, it.id, seq, "fees", helpful=False)

    assert again == _vote(helpful=False)
    assert _kept(house, it) == {(seq, "fees"): False}


@pytest.mark.parametrize(
    ("later", "slug"), [(0, "tax-data"), (-1, "fees"), (1, "fees"), (-9, "fees")]
)
async def test_what_was_not_shown_there_cannot_be_voted_on(
    house: House, votes: Votes, later: int, slug: str
) -> None:
    it = await house.store.started()
    seq = await _shown(house, it)

    with pytest.raises(Unknown):
        await votes.cast(it.customer, it.id, max(seq + later, 0), slug, helpful=True)

    assert _kept(house, it) == {}


async def test_nobody_votes_in_somebody_elses_conversation(house: House, votes: Votes) -> None:
    it, stranger = await house.store.started(), await house.store.visitor()
    seq = await _shown(house, it)

    with pytest.raises(Unknown):
        await votes.cast(stranger, it.id, seq, "fees", helpful=True)

    assert _kept(house, it) == {}


async def test_what_the_assistant_is_told_counts_where_it_showed_the_article_last(
    house: House,
) -> None:
    it = await house.store.started()
    await _shown(house, it)
    seq = await _shown(house, it)

    await _told(house, it, _vote(helpful=False))

    assert _kept(house, it) == {(seq, "fees"): False}


async def test_of_an_article_that_was_never_shown_nothing_is_kept(house: House) -> None:
    it = await house.store.started()

    await _told(house, it, _vote(helpful=True))

    assert house.types(it)[-1] == "assistant_said"
    assert _kept(house, it) == {}


async def test_an_answer_that_comes_too_late_is_no_vote(house: House) -> None:
    it = await house.store.started()
    await _shown(house, it)
    answer = Answer(parts=(), understanding=None, vote=_vote(helpful=True))
    house.assistant.answers.append(answer)
    await house.say(it, "yes")
    (turn,) = await house.turns()
    await house.handover.ask(it.customer, it.id)

    await house.relay.carry(turn)

    assert _kept(house, it) == {}


async def test_a_browser_has_one_vote_on_each_article_that_cannot_be_traced_to_it(
    house: House, votes: Votes
) -> None:
    for browser, vote in [
        ("one", _vote(helpful=True)),
        ("one", _vote(helpful=False)),
        ("one", _vote(helpful=True, slug="tax-data")),
        ("other", _vote(helpful=True)),
    ]:
        await votes.cast_on_page(browser, vote)

    kept = house.memory.page_votes
    assert sorted((it.vote.slug, it.vote.helpful) for it in kept.values()) == [
        ("fees", False),
        ("fees", True),
        ("tax-data", True),
    ]
    assert not any(b"one" in ballot or len(ballot) != 32 for ballot in kept)


async def test_usefulness_is_told_worst_first(house: House, votes: Votes) -> None:
    it = await house.store.started()
    await votes.cast(it.customer, it.id, await _shown(house, it), "fees", helpful=True)
    await votes.cast_on_page("one", _vote(helpful=False, slug="tax-data"))

    found = await votes.usefulness(90)

    assert [(tally.slug, tally.shown, tally.helpful) for tally in found] == [
        ("tax-data", 0, 0),
        ("fees", 1, 1),
    ]


async def test_a_visitors_votes_are_theirs_when_they_sign_in(house: House, votes: Votes) -> None:
    async with house.open_work() as work:
        visitor = await work.customers.visitor(Language.EN)
        await work.sessions.open("visitor", visitor.id, 60)
    it = await house.store.started(visitor.id)
    await votes.cast(visitor.id, it.id, await _shown(house, it), "fees", helpful=True)
    house.identities.signed["signed"] = identity("lena")

    visit = await house.arrive("signed", "visitor")

    assert [cast.by for cast in house.memory.votes.values()] == [visit.customer.id]
