"""Each step says its number and its seconds."""

import io

import pytest

from local.progress import Progress


def test_steps_are_numbered_and_timed() -> None:
    out = io.StringIO()
    progress = Progress(total=3, done=1, out=out)

    with progress.step("Training the model"):
        pass

    assert out.getvalue() == "[2/3] Training the model … 0 s\n"


def test_a_step_that_fails_says_that_it_stopped() -> None:
    out = io.StringIO()

    with pytest.raises(ValueError, match="no"), Progress(total=1, out=out).step("Training"):
        raise ValueError("no")

    assert out.getvalue() == "[1/1] Training … stopped\n"
