"""Everything that is made once, from what a fresh machine has."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from local import doctor, model, packages, tools, web
from local.places import STATE
from local.progress import Progress

LOG = STATE / "logs" / "prepare.log"
Step = Callable[[str], AbstractContextManager[None]]


def install(step: Step) -> dict[str, str]:
    """Tools and packages; the environment in which Node.js is found is returned."""
    with step("Checking this machine and gathering tools"):
        doctor.require_space()
        tools.make_uv(LOG)
        python_310 = tools.python_310(LOG)
        node = tools.node_path(LOG)
    with step("Installing Python packages"):
        packages.install_root(LOG)
    with step("Installing the assistant's packages (Python 3.10)"):
        packages.install_bot(python_310, LOG)
    with step("Installing packages of the web code"):
        web.install(node, LOG)
    return node


def model_only(progress: Progress) -> None:
    """The model, for who works on the assistant."""
    with progress.step("Gathering tools"):
        tools.make_uv(LOG)
        python_310 = tools.python_310(LOG)
    with progress.step("Installing the assistant's packages (Python 3.10)"):
        packages.install_bot(python_310, LOG)
    with progress.step("Training the model"):
        model.train(LOG)


def everything(progress: Progress) -> None:
    """All that the product and its tests need."""
    node = install(progress.step)
    with progress.step("Building the web pages"):
        web.build(node, LOG)
    with progress.step("Training the model"):
        model.train(LOG)
