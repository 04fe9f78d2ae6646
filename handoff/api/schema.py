"""The sockets' frames and the events in them as one JSON schema: `python -m handoff.api.schema`."""

import json
from pathlib import Path
from typing import Any, TypeAlias

from pydantic.json_schema import JsonSchemaMode, models_json_schema

from handoff.api import frames
from handoff.api.shown import SHOWN_EVENT

FILE = Path(__file__).parents[2] / "docs" / "api" / "socket.schema.json"

Json: TypeAlias = dict[str, Any]
Group: TypeAlias = tuple[type[frames.Frame], ...]

CUSTOMER_SENDS: Group = (frames.Resume, frames.Typing, frames.Ping)
CUSTOMER_GETS: Group = (
    frames.Resumed,
    frames.Happened,
    frames.Changed,
    frames.Queue,
    frames.SomebodyTypes,
    frames.CrisisNotice,
    frames.GuideChanged,
    frames.Pong,
)
AGENT_SENDS: Group = (
    frames.AgentResume,
    frames.Watch,
    frames.Unwatch,
    frames.AgentPresent,
    frames.WatchWallboard,
    frames.AgentTyping,
    frames.Ping,
)
AGENT_GETS: Group = (
    frames.AgentResumed,
    frames.Rows,
    frames.Offer,
    frames.OfferEnded,
    frames.WallboardIs,
    frames.AgentPong,
    frames.Surge,
    frames.Happened,
    frames.SomebodyTypes,
    frames.ColleagueHere,
    frames.GuideChanged,
)
TEMPLATE = "#/$defs/{model}"


def described() -> str:
    """The whole schema, as it stands in the file."""
    every = {*CUSTOMER_SENDS, *CUSTOMER_GETS, *AGENT_SENDS, *AGENT_GETS}
    ordered = sorted(every, key=lambda frame: frame.__name__)
    made = models_json_schema([_as_sent(frame) for frame in ordered], ref_template=TEMPLATE)
    models = made[1]["$defs"]
    event = SHOWN_EVENT.json_schema(ref_template=TEMPLATE)
    shown = event.pop("$defs")
    models["Happened"]["properties"]["event"] = {"$ref": TEMPLATE.format(model="Event")}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Frames of the sockets (subprotocol lotse.v1)",
        "$defs": {
            **models,
            **shown,
            "Event": event,
            "FromCustomer": _one_of(CUSTOMER_SENDS),
            "ToCustomer": _one_of(CUSTOMER_GETS),
            "FromAgent": _one_of(AGENT_SENDS),
            "ToAgent": _one_of(AGENT_GETS),
        },
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _as_sent(frame: type[frames.Frame]) -> tuple[type[frames.Frame], JsonSchemaMode]:
    return frame, "serialization"


def _one_of(group: Group) -> Json:
    return {"oneOf": [{"$ref": TEMPLATE.format(model=frame.__name__)} for frame in group]}


if __name__ == "__main__":
    FILE.write_text(described(), encoding="utf-8")
