"""The rules of routing that we ship."""

from pathlib import Path

from connectors.routing import read

FILE = Path(__file__).parents[2] / "data" / "routing.yml"
ROUTING = read(FILE)
