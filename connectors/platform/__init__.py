"""The platform: what its read model knows of a customer, and the events that feed it."""

from connectors.platform.facts import PlatformFacts
from connectors.platform.file import PlatformFiles
from connectors.platform.reports import PlatformReports, Verify

__all__ = ["PlatformFacts", "PlatformFiles", "PlatformReports", "Verify"]
