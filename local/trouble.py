"""What went wrong, in one sentence for the person at the terminal."""


class Trouble(Exception):
    """A reason to stop; its text is the whole message."""
