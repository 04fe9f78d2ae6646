"""Where a case goes."""

from handoff.domain.events import Channel
from handoff.domain.packet import Packet, Route
from handoff.domain.routing.policy import Routing
from handoff.domain.routing.sentences import routed_because


def routed(routing: Routing, packet: Packet, channel: Channel) -> Route:
    """By the first rule that fits; the last one fits every case."""
    rule = next(
        it for it in routing.rules if not it.when or any(f.fits(packet, channel) for f in it.when)
    )
    priority = rule.priority or packet.priority
    why = routed_because(packet, priority, rule.targets)
    return Route(rule=rule.name, targets=rule.targets, priority=priority, why=why._asdict())
