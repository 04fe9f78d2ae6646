"""What each process weighs, and how long it takes to come back."""

import time

import psutil

from bench.figures import Figure
from local.product import Product

MEASURED = ("handoff", "actions", "rasa", "postgres", "redis")
RESTARTED = ("handoff", "actions", "rasa")
MIB = 1024 * 1024


def memory(product: Product) -> list[Figure]:
    """Proportional set size with all children: shared pages are counted once."""
    return [
        Figure(f"memory of {name}", _weight(product.pid(name)), "MiB", _aim(name))
        for name in MEASURED
        if product.pid(name)
    ]


def _weight(pid: int) -> float:
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return sum(member.memory_full_info().pss for member in family) / MIB


def _aim(name: str) -> str:
    return "≤ 1024" if name == "rasa" else ""


def starts(product: Product) -> list[Figure]:
    """From the death of a process to its answer, the supervisor's part included."""
    return [Figure(f"restart of {name}", _restart(product, name), "s") for name in RESTARTED]


def _restart(product: Product, name: str) -> float:
    before = product.kill(name)
    started = time.perf_counter()
    product.await_ready(name, after=before)
    return time.perf_counter() - started
