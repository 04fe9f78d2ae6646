"""What came of it: waits, promises kept, people lost, idle time, and how true the promises were."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from math import nan
from statistics import fmean

from simulate.support import Support, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Figures of one policy over all runs; waits are of those who asked while people were there."""

    policy: str
    contacts: float
    """A day."""
    by_assistant: float
    """Share that needed no person."""
    first_response_min: float
    """Mean time to the first answer, of whoever gave it."""
    person_response_min: float
    """Mean time from the first word to a person's first answer, nights included."""
    wait_mean_min: float
    wait_p50_min: float
    wait_p90_min: float
    sla_kept: float
    abandoned: float
    """Share of those who asked for a person while people were there."""
    repeated: float
    """Share of contacts that had to ask again."""
    handling_min: float
    idle: float
    promise_bias_min: float
    """Mean of what was promised less what it was: above 0, people waited less than told."""
    promise_error_min: float
    """Mean distance between the two."""

    def row(self) -> dict[str, float | str]:
        """For tables."""
        return {it.name: getattr(self, it.name) for it in fields(self)}


def result(policy: str, runs: Sequence[Support]) -> Result:
    """All runs together."""
    told = [it for run in runs for it in run.told]
    asked = [it for it in told if it.asked and it.open]
    waits = [wait_min(it) for it in asked if it.answered]
    due = [it for it in told if it.due_at]
    pairs = promises(asked)
    days = sum(run.plan.days for run in runs)
    return Result(
        policy=policy,
        contacts=len(told) / days,
        by_assistant=_share(told, lambda it: it.by_assistant),
        first_response_min=_mean(
            _min(it.came, it.first_response) for it in told if it.first_response
        ),
        person_response_min=_mean(_min(it.came, it.answered) for it in told if it.answered),
        wait_mean_min=_mean(waits),
        wait_p50_min=percentile(waits, 50),
        wait_p90_min=percentile(waits, 90),
        sla_kept=_share(due, _kept),
        abandoned=_share(asked, lambda it: it.gave_up),
        repeated=_share(told, lambda it: it.contact.again),
        handling_min=_mean(handling_min(it) for it in told if it.answered and it.done),
        idle=_mean(who.idle_share(run.start, run.plan.days) for run in runs for who in run.staff),
        promise_bias_min=_mean(promised - was for promised, was in pairs),
        promise_error_min=_mean(abs(promised - was) for promised, was in pairs),
    )


def paired(
    ours: Sequence[Support], theirs: Sequence[Support], of: Callable[[Told], float]
) -> tuple[float, float]:
    """Means over those who were answered in a chat both ways: same people, same case."""
    both = [pair for one, other in zip(ours, theirs, strict=True) for pair in _both(one, other)]
    return _mean(of(one) for one, _ in both), _mean(of(other) for _, other in both)


def _both(one: Support, other: Support) -> Iterator[tuple[Told, Told]]:
    answered = {it.contact: it for it in other.told if it.open and it.done}
    for it in one.told:
        if it.open and it.done and it.contact in answered:
            yield it, answered[it.contact]


def handling_min(told: Told) -> float:
    """From a person's first answer to the end."""
    return _min(told.answered, told.done)


def promises(told: Iterable[Told]) -> list[tuple[float, float]]:
    """What those who stayed were promised, and what it was, in minutes."""
    stayed = (it for it in told if it.open and it.answered and it.promised_s is not None)
    return [((it.promised_s or 0.0) / 60, wait_min(it)) for it in stayed]


def wait_min(told: Told) -> float:
    """From asking for a person to their first answer."""
    return _min(told.asked, told.answered)


def by_hour(runs: Sequence[Support]) -> list[tuple[int, float]]:
    """The mean wait of those who asked in that hour of the day."""
    waits: dict[int, list[float]] = {}
    for it in (it for run in runs for it in run.told if it.open and it.asked and it.answered):
        hour = it.asked.hour if it.asked else 0
        waits.setdefault(hour, []).append(wait_min(it))
    return sorted((hour, fmean(found)) for hour, found in waits.items())


def percentile(values: Sequence[float], percent: float) -> float:
    """Interpolated between ranks."""
    if not values:
        return nan
    ranked, at = sorted(values), percent / 100 * (len(values) - 1)
    low = int(at)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (at - low)


def _kept(told: Told) -> bool:
    return told.answered is not None and told.due_at is not None and told.answered <= told.due_at


def _min(begins: datetime | None, ends: datetime | None) -> float:
    return (ends - begins).total_seconds() / 60 if begins and ends else nan


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return fmean(found) if found else nan


def _share(told: Sequence[Told], holds: Callable[[Told], bool]) -> float:
    return sum(map(holds, told)) / len(told) if told else nan
