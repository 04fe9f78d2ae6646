"""How many conversations an agent can have at once; those offered to them count as well."""

from collections.abc import Mapping

from handoff.domain.events import Channel
from handoff.domain.people import Agent


def full(agent: Agent, load: Mapping[Channel, int], channel: Channel, extra: int = 0) -> str | None:
    """Why no further conversation of a channel fits in, if none does; `extra` is for a rush."""
    most = agent.capacity + extra
    if sum(load.values()) >= most:
        return f"capacity: {most} conversations at once"
    of_channel = agent.channel_capacity.get(channel)
    if of_channel is not None and load.get(channel, 0) >= of_channel + extra:
        return f"channel_capacity: {of_channel + extra} conversations of {channel} at once"
    return None
