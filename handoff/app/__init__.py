"""The composition root: builds everything, the only place that knows all of it."""

from handoff.app.creation import create_app
from handoff.app.loaded import Loaded

__all__ = ["Loaded", "create_app"]
