"""How long the assistant takes to learn everything anew."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from local.places import BOT_PYTHON, RASA, ROOT
from local.programs import RASA_QUIET


def measured() -> list[Figure]:
    """Into a folder of its own, past everything that is remembered of earlier trainings."""
    folder = Path(tempfile.mkdtemp(prefix="lotse-training-"))
    begun = time.perf_counter()
    try:
        _train(folder)
        took = time.perf_counter() - begun
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return [Figure("training of the assistant", took, "s", "≤ 180")]


def _train(folder: Path) -> None:
    subprocess.run(
        [BOT_PYTHON, RASA, "train", "--force", "--out", folder],
        cwd=ROOT,
        env={**os.environ, **RASA_QUIET, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
