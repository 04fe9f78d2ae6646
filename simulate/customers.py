"""Who comes when, with what, and how patient they are: drawn once, the same for every policy."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import log
from random import Random
from typing import get_args
from zoneinfo import ZoneInfo

from handoff.domain.people import Language
from simulate.plan import Day, Matter, Plan, Spread

DAY_S = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody with a question, and everything about them that is chance."""

    number: int
    at_s: float
    matter: Matter
    language: Language
    talk_s: float
    patience_s: float
    gathering_s: float
    reading_s: float
    solving: float
    """How hard it is: 1 is usual, to the power of the spread of its kind."""
    resolves: float
    repeats: float
    pause_s: float
    again: bool = False


def begin(plan: Plan, zone: ZoneInfo) -> datetime:
    """Midnight of the first day."""
    return datetime.combine(plan.from_day, time(), zone)


def arrivals(plan: Plan, random: Random) -> Iterator[Contact]:
    """A Poisson stream whose rate is that of the hour and of the weekday."""
    number = 0
    for day in range(plan.days):
        weekday = get_args(Day)[(plan.from_day + timedelta(days=day)).weekday()]
        for hour, usual in enumerate(plan.arrivals_an_hour):
            rate = usual * plan.weekdays.get(weekday, 1.0)
            at_s = 0.0
            while rate > 0 and (at_s := at_s + random.expovariate(rate) * 3600) < 3600:
                number += 1
                yield drawn(plan, random, number, day * DAY_S + hour * 3600 + at_s)


def drawn(
    plan: Plan, random: Random, number: int, at_s: float, matter: Matter | None = None
) -> Contact:
    """One contact; `matter` is that of somebody who comes again."""
    kinds = [it.share for it in plan.matters]
    return Contact(
        number=number,
        at_s=at_s,
        matter=matter or random.choices(plan.matters, kinds)[0],
        language=Language.DE if random.random() < plan.german else Language.EN,
        talk_s=seconds(plan.assistant.talk, random),
        patience_s=seconds(plan.patience, random),
        gathering_s=seconds(plan.work.gathering, random),
        reading_s=seconds(plan.work.reading, random),
        solving=random.lognormvariate(0, 1),
        resolves=random.random(),
        repeats=random.random(),
        pause_s=seconds(plan.repeats.pause, random),
        again=matter is not None,
    )


def seconds(spread: Spread, random: Random) -> float:
    """A log-normal time."""
    return random.lognormvariate(log(spread.median_min * 60), log(spread.factor))
