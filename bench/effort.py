"""Processor time: what work costs, however busy the machine is with other things."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import psutil

from local.product import Product


@dataclass
class Effort:
    """Seconds of processor time by process, known once the block is left."""

    spent: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Of all processes together."""
        return sum(self.spent.values())


@contextmanager
def effort(product: Product, *names: str) -> Iterator[Effort]:
    """What these processes of the product, children included, spend while the block runs."""
    processes = {name: psutil.Process(product.pid(name)) for name in names}
    before = {name: _seconds(it) for name, it in processes.items()}
    measured = Effort()
    yield measured
    measured.spent = {name: _seconds(it) - before[name] for name, it in processes.items()}


def _seconds(process: psutil.Process) -> float:
    """Of the process, its children, and its children that have ended."""
    total = 0.0
    for member in (process, *process.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):
            times = member.cpu_times()
            total += times.user + times.system
            if member == process:
                total += times.children_user + times.children_system
    return total
