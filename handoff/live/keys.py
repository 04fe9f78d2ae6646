"""Every Redis key and channel. All keys expire; losing them all loses nothing."""

HINTS = "lotse:hints"
"""Pub/sub channel: JSON objects that say where to look, never what was said."""


def limit(rule: str, subject: str) -> str:
    """Counter of a rate limit; lives as long as the rule's window."""
    return f"lotse:limit:{rule}:{subject}"
