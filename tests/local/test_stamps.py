"""Things are made again when what they are made from changed, and only then."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from local import stamps
from local.places import STATE


@pytest.fixture
def sources() -> Iterator[Path]:
    """A folder of sources inside the checkout."""
    STATE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=STATE) as folder:
        (Path(folder) / "a").write_text("1")
        yield Path(folder)


def test_the_same_files_have_the_same_digest(sources: Path) -> None:
    assert stamps.digest([sources]) == stamps.digest([sources])


def test_another_content_name_or_file_changes_the_digest(sources: Path) -> None:
    digests = [stamps.digest([sources])]
    (sources / "a").write_text("2")
    digests.append(stamps.digest([sources]))
    (sources / "a").rename(sources / "b")
    digests.append(stamps.digest([sources]))
    (sources / "c").touch()
    digests.append(stamps.digest([sources]))

    assert len(set(digests)) == 4


def test_what_was_made_from_them_is_passed_over(sources: Path) -> None:
    before = stamps.digest([sources])
    for made in ("node_modules", "dist", ".venv"):
        (sources / made).mkdir()
        (sources / made / "file").touch()

    assert stamps.digest([sources]) == before


def test_a_result_is_fresh_only_while_it_is_there_and_made_from_the_same(tmp_path: Path) -> None:
    result, stamp = tmp_path / "result", tmp_path / "made" / "stamp"
    fresh = [stamps.is_fresh(stamp, "sources", result)]
    result.touch()
    stamps.record(stamp, "sources")
    fresh.append(stamps.is_fresh(stamp, "sources", result))
    fresh.append(stamps.is_fresh(stamp, "other sources", result))
    result.unlink()
    fresh.append(stamps.is_fresh(stamp, "sources", result))

    assert fresh == [False, True, False, False]
