"""The team's rules of routing, read from a file and watched."""

from connectors.routing.file import read
from connectors.routing.lines import RoutingError
from connectors.routing.watched import Watched

__all__ = ["RoutingError", "Watched", "read"]
