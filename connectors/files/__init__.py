"""Files that people send: what they are by their content, and pictures without their secrets."""

from connectors.files.inspector import FileInspector

__all__ = ["FileInspector"]
