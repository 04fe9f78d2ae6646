"""The check of the tree finds addresses of registries and paths of one machine."""

import pytest

from scripts.check_tree import faults, tracked


@pytest.mark.parametrize(
    "line",
    [
        '"resolved": "https://registry.' + 'npmjs.org/vite"',
        "--index-url https://pypi" + ".org/simple",
        "script_location = /work/" + "main/migrations",
        "cache: /home/" + "somebody/.cache",
        "key: '/ro" + "ot/.ssh'",
    ],
)
def test_what_must_not_be_there_is_named_with_its_line(line: str) -> None:
    [fault] = faults("file", f"first\n{line}\n")

    assert fault.startswith("file:2: ")


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/home/page",
        "/demo/app",
        "web/root/x",
        "src=/homepage",
        "a/work/maintain",
    ],
)
def test_ordinary_lines_pass(line: str) -> None:
    assert list(faults("file", line)) == []


def test_it_looks_at_the_files_of_the_repository() -> None:
    names = {file.name for file in tracked()}

    assert {"Makefile", "requirements.lock", "pyproject.toml"} <= names
