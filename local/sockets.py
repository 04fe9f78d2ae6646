"""Unix sockets, whose paths the system cuts at 107 bytes."""

import hashlib
import tempfile
from pathlib import Path

LONGEST = 100


def folder(beside: Path, name: str) -> Path:
    """A private folder for the socket of that name: beside the data, or in a short place."""
    if len(str(beside / name).encode()) <= LONGEST:
        chosen = beside
    else:
        mark = hashlib.sha256(str(beside).encode()).hexdigest()[:12]
        chosen = Path(tempfile.gettempdir()) / f"lotse-{mark}"
    chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
    return chosen
