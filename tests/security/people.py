"""Everybody who may try something, and the victim it is tried on."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from aiohttp import ClientResponse
from pydantic import TypeAdapter

from handoff.api import lead_requests, requests
from handoff.api.composing import takes as composing
from handoff.api.lists import takes as lists
from handoff.api.route import Route
from handoff.domain.packet import Packet
from handoff.domain.people import Role
from tests.handoff.domain.examples import packet
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper

Json = dict[str, Any]

SECRET = "my sister lives in the red house in Trier"
NAME = "Victoria Victim"
"""What of the victim must be seen by nobody else."""

PACKET = TypeAdapter(Packet).dump_python(packet(), mode="json")

MEMBER = {
    "name": "Somebody",
    "email": "somebody@lotse.example",
    "role": "agent",
    "languages": ["en"],
    "skills": [],
    "teams": [],
    "capacity": 1,
}

NOBODY_KNOWS = str(uuid4())
SHOP = "https://shop.example"
"""It may embed the widget."""

EVIL = "https://evil.example"
"""It may not."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody with the headers they have."""

    name: str
    headers: dict[str, str]

    async def call(
        self, door: Door, method: str, path: str, body: Json | None = None
    ) -> ClientResponse:
        """From a page of our own, so that nothing but who they are is in the way."""
        headers = {"Origin": door.origin, **self.headers}
        return await door.client.request(method, path, json=body, headers=headers)


@dataclass(frozen=True, slots=True)
class People:
    """The victim waits for a person; everybody else has a session of their own."""

    victim: Customer
    helper: Helper
    callers: dict[str, Caller]


async def gathered(door: Door) -> People:
    """All of them."""
    victim = await door.customer(f"victim-{uuid4()}", name=NAME)
    await victim.say(SECRET)
    await victim.post("person")
    helper = await door.agent(f"Amira-{uuid4().hex[:6]}")
    note = {"client_message_id": str(uuid4()), "text": "internal note on the victim"}
    await helper.act(victim.conversation, "notes", **note)
    visitor, customer = await door.visitor(), await door.customer(f"mallory-{uuid4()}")
    gone = await door.visitor()
    await gone.call("DELETE", "/v1/sessions/current")
    agents = {role: await door.agent(f"{role}-{uuid4().hex[:6]}", role) for role in Role}
    callers = [
        Caller("nobody", {}),
        Caller("a guessed token", _bearer("guessed")),
        Caller("bytes for a token", {"Authorization": "Bearer \udcff\udcfe"}),
        Caller("an ended session", _bearer(gone.session["session"])),
        Caller("an agent's cookie as a session", _bearer(helper.cookie)),
        Caller("a session as a cookie", {"Cookie": f"lotse_agent={visitor.session['session']}"}),
        Caller("a guessed cookie", {"Cookie": "lotse_agent=guessed"}),
        Caller("a visitor", _bearer(visitor.session["session"])),
        Caller("another customer", _bearer(customer.session["session"])),
        *(
            Caller(f"the {role}", {"Cookie": f"lotse_agent={agent.cookie}"})
            for role, agent in agents.items()
        ),
    ]
    return People(victim, helper, {caller.name: caller for caller in callers})


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


CALLERS = [
    "nobody",
    "a guessed token",
    "bytes for a token",
    "an ended session",
    "an agent's cookie as a session",
    "a session as a cookie",
    "a guessed cookie",
    "a visitor",
    "another customer",
    *(f"the {role}" for role in Role),
]
SIGNED_IN_CUSTOMERS = {"a visitor", "another customer"}


def role_of(who: str) -> Role | None:
    """The role of an agent among the callers."""
    named = who.removeprefix("the ")
    return Role(named) if named in set(Role) else None


def path_of(route: Route, conversation: str) -> str:
    """The path of a route, with something sensible in every gap."""
    filled = route.path.replace("{conversation}", conversation).replace("{seq}", "2")
    filled = filled.replace("{attachment}", NOBODY_KNOWS)
    filled = filled.replace("{guide}", "profile").replace("{step}", "text")
    filled = filled.replace("{lang}", "en").replace("{slug}", "payout-schedule")
    filled = filled.replace("{agent}", NOBODY_KNOWS).replace("{saved_view}", NOBODY_KNOWS)
    filled = filled.replace("{customer}", NOBODY_KNOWS).replace("{reply}", str(uuid4()))
    return filled.replace("{playbook}", "dispute").replace("{contact}", "lead")


def body_for(model: type | None) -> Json | None:
    """A body that is right in itself."""
    message = {"client_message_id": str(uuid4()), "text": "let me in"}
    bodies: dict[type, Json] = {
        requests.Nothing: {},
        requests.OpenSession: {"channel": "web"},
        requests.SendMessage: message,
        requests.LogIn: {"email": "nobody@lotse.example", "password": "guess"},
        requests.SetStatus: {"status": "online"},
        requests.Accept: {"epoch": 0},
        requests.AgentMessage: {**message, "epoch": 0},
        requests.AddNote: message,
        requests.Reveal: {"purpose": "curiosity"},
        requests.HandBack: {"epoch": 0},
        requests.Decline: {"reason": "busy"},
        requests.Transfer: {"epoch": 0, "team": "Payments"},
        requests.TakeOver: {"epoch": 0},
        requests.Snooze: {"epoch": 0},
        requests.Equip: {"languages": ["en"], "skills": [], "teams": [], "capacity": 1},
        requests.LeaveAddress: {"address": "kim@example.org"},
        requests.WantCall: {"at": "2030-01-07T10:00:00Z", "phone": "+49301234567"},
        requests.ComeBack: {"token": "guess"},
        requests.Close: {"epoch": 0, "reason": "spam"},
        requests.PublishCrisisNotice: {
            "text": {"de": "Störung", "en": "Disruption"},
            "ends_at": "2999-01-01T00:00:00Z",
        },
        lists.Bulk: {
            "items": [{"conversation": NOBODY_KNOWS, "epoch": 0}],
            "action": {"kind": "accept"},
        },
        lists.SaveView: {"name": uuid4().hex, "view": "all"},
        lead_requests.EnrolMember: {**MEMBER, "email": f"{uuid4()}@lotse.example"},
        lead_requests.CheckMember: MEMBER,
        requests.TickStep: {"done": True},
        lead_requests.Rehearse: {"packet": PACKET},
        composing.PutCannedReply: {
            "shortcut": uuid4().hex,
            "title": "Hello",
            "text": {"de": "Hallo", "en": "Hello"},
            "own": True,
        },
        composing.SetTags: {"tags": []},
        composing.CheckTone: {"text": "Hello Kim, I am on it.", "language": "en"},
        composing.SuggestArticles: {"text": "Where is my money?", "language": "en"},
        requests.RateConversation: {"csat": 5},
        requests.VoteOnArticle: {"slug": "payout-schedule", "helpful": True},
    }
    return bodies[model] if model is not None else None
