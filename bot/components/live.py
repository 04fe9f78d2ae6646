"""Conversations at hand, so that a turn need not read and replay the whole of one."""

from collections import OrderedDict
from threading import Lock

from rasa.shared.core.trackers import DialogueStateTracker


class StoredTracker(DialogueStateTracker):
    """A tracker that knows how much of it is stored: the number of events and the last one's id."""

    stored = 0
    last_id = 0


class Live:
    """The trackers that were stored last; whoever takes one has it alone."""

    def __init__(self, most: int) -> None:
        """`most` bounds the memory: a tracker of ten turns takes some hundred KiB."""
        self._most = most
        self._trackers: OrderedDict[str, StoredTracker] = OrderedDict()
        self._lock = Lock()

    def take(self, sender: str) -> StoredTracker | None:
        """The tracker, which the next one to ask will not find here."""
        with self._lock:
            return self._trackers.pop(sender, None)

    def keep(self, tracker: StoredTracker) -> None:
        """Have it at hand; nobody may change it from now on who has not taken it."""
        with self._lock:
            self._trackers[tracker.sender_id] = tracker
            self._trackers.move_to_end(tracker.sender_id)
            while len(self._trackers) > self._most:
                self._trackers.popitem(last=False)

    def forget(self) -> None:
        """None is at hand any more, as when another domain gives them other slots."""
        with self._lock:
            self._trackers.clear()
