"""Guides in the chat: begun, resumed, ticked, and offered beside answers they go with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from actions.clients import Book
from actions.reply import Reply
from actions.turn import Turn
from knowledge.guides import Guide, Guides, Step
from payouts.achievements import achieved

START, DONE, NEXT, STOP = "start_guide", "guide_done", "guide_next", "guide_stop"
# Which guide goes with a question: for freelancers and visitors, and for clients.
OFFERS: Mapping[str, tuple[str | None, str | None]] = {
    "ask_identity_check": ("identity-check", "identity-check"),
    "ask_proposal": ("first-proposal", None),
    "ask_milestone": ("milestone-request", None),
    "ask_hiring": ("first-hire", "first-hire"),
    "ask_onboarding": ("profile", "first-hire"),
    "update_profile": ("profile", None),
}
# An article that decides by itself, whatever the intent.
BY_ARTICLE = {"write-a-brief": "write-a-brief", "hire-first-freelancer": "first-hire"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A guide, what of it is done, and the step that has the customer's attention."""

    guide: Guide
    done: Collection[str]

    @property
    def open(self) -> tuple[Step, ...]:
        """What is left to do."""
        return tuple(step for step in self.guide.steps if step.id not in self.done)

    def after(self, name: object) -> Step | None:
        """The next open step behind the named one; from the last on, the first again."""
        ids = [step.id for step in self.guide.steps]
        place = ids.index(name) if isinstance(name, str) and name in ids else -1
        behind = [step for step in self.open if ids.index(step.id) > place]
        return next(iter((*behind, *self.open)), None)

    def values(self, step: Step | None, language: str) -> dict[str, str]:
        """What the words about it may name."""
        counts = {
            "title": self.guide.title.of(language),
            "done": str(len(self.guide.steps) - len(self.open)),
            "total": str(len(self.guide.steps)),
        }
        if step is None:
            return counts
        words = {"step": step.title, "why": step.why, "how": step.how}
        return {**counts, **{name: text.of(language) for name, text in words.items()}}


@dataclass(frozen=True, slots=True)
class Walk:
    """Goes through a guide with the customer, a step at a time; the front door keeps the ticks."""

    book: Book
    guides: Guides

    async def answer(self, turn: Turn) -> Reply:
        """Begin or resume a guide, tick a step, show the next one, or leave it."""
        if turn.intent == STOP:
            return Reply().remember("guide", None).say("utter_guide_stopped")
        named = turn.entities.get("guide") if turn.intent == START else turn.slots.get("guide")
        guide = self.guides.guide(str(named))
        if guide is None:
            return Reply().say("utter_guide_none")
        at, standing = turn.slots.get("guide_step"), await self._standing(turn, guide)
        match turn.intent:
            case "guide_done":
                return _ticked(turn, standing, at)
            case "guide_next":
                return _step(Reply(), "utter_guide_step", turn, standing, standing.after(at))
            case _:
                return _begun(turn, standing)

    async def _standing(self, turn: Turn, guide: Guide) -> Standing:
        done = set(turn.ticks.get(guide.slug, ()))
        if turn.sub is not None:
            milestones = await self.book.milestones_of(turn.sub)
            payouts = await self.book.payouts_of(turn.sub)
            facts = achieved(await self.book.profile(turn.sub), milestones, payouts)
            done |= {step.id for step in guide.steps if step.done_when in facts}
        return Standing(guide, done)


def offered(reply: Reply, turn: Turn, article: str | None = None, side: str | None = None) -> Reply:
    """The answer, with the guide that goes with it where there is one for this side."""
    freelancers, clients = OFFERS.get(turn.intent, (None, None))
    slug = clients if (side or turn.kind) == "client" else freelancers
    slug = BY_ARTICLE.get(article or "", slug) if slug else None
    return reply.say(f"utter_guide_offer_{slug.replace('-', '_')}") if slug else reply


def _begun(turn: Turn, standing: Standing) -> Reply:
    step = standing.after(None)
    if step is None:
        reply = Reply().say("utter_guide_all_done", standing.values(None, turn.language))
    else:
        response = "utter_guide_resumed" if standing.done else "utter_guide_begun"
        reply = _step(Reply(), response, turn, standing, step)
    return reply.show("guide", _card(standing, turn.language))


def _ticked(turn: Turn, before: Standing, at: object) -> Reply:
    """The step last spoken of, or the first open one where that is done already."""
    step = next((it for it in before.open if it.id == at), before.after(None))
    if step is None:
        return Reply().say("utter_guide_all_done", before.values(None, turn.language))
    after = Standing(before.guide, {*before.done, step.id})
    marker = {"guide": before.guide.slug, "step": step.id, "done": True}
    reply = Reply().show("guide_step", marker)
    return _step(reply, "utter_guide_ticked", turn, after, after.after(step.id))


def _step(reply: Reply, response: str, turn: Turn, standing: Standing, step: Step | None) -> Reply:
    """Say how to do a step, and remember that it is the one being spoken of."""
    if step is None:
        reply.remember("guide_step", None)
        return reply.say("utter_guide_all_done", standing.values(None, turn.language))
    reply.remember("guide", standing.guide.slug).remember("guide_step", step.id)
    return reply.say(response, standing.values(step, turn.language))


def _card(standing: Standing, language: str) -> dict[str, Any]:
    guide = standing.guide
    return {
        "slug": guide.slug,
        "language": language,
        "title": guide.title.of(language),
        "steps": [
            {"id": it.id, "title": it.title.of(language), "done": it.id in standing.done}
            for it in guide.steps
        ],
    }
