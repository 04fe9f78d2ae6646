"""Events and packets as JSON and back; a stored log must stay readable, so both are strict."""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from handoff.domain.events import Event
from handoff.domain.packet import Packet, Route
from handoff.domain.views import Filters

_EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="type")])
_PACKET: TypeAdapter[Packet] = TypeAdapter(Packet)
_FILTERS: TypeAdapter[Filters] = TypeAdapter(Filters)
_ROUTE: TypeAdapter[Route] = TypeAdapter(Route)


def event_to_json(event: Event) -> dict[str, Any]:
    """What goes into the log."""
    body: dict[str, Any] = _EVENT.dump_python(event, mode="json")
    return body


def event_from_json(body: dict[str, Any]) -> Event:
    """What the log says; a ValidationError means that the log is damaged."""
    return _EVENT.validate_python(body)


def packet_to_json(packet: Packet | None) -> dict[str, Any] | None:
    """A packet as stored and shown."""
    if packet is None:
        return None
    body: dict[str, Any] = _PACKET.dump_python(packet, mode="json")
    return body


def packet_from_json(body: dict[str, Any] | None) -> Packet | None:
    """The packet that was stored."""
    return _PACKET.validate_python(body) if body is not None else None


def route_from_json(stored: str) -> Route:
    """A packet's route by itself."""
    return _ROUTE.validate_json(stored)


def filters_to_json(filters: Filters) -> dict[str, Any]:
    """What a list is narrowed down to, without what it is not narrowed down by."""
    body: dict[str, Any] = _FILTERS.dump_python(filters, mode="json", exclude_defaults=True)
    return body


def filters_from_json(body: dict[str, Any]) -> Filters:
    """The filters that were stored."""
    return _FILTERS.validate_python(body)
