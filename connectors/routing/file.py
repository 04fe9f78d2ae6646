"""data/routing.yml as the domain's Routing."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from connectors.routing.form import RoutingForm, RuleForm, SurgeForm, values
from connectors.routing.lines import Place, RoutingError, parse
from handoff.domain.packet import Priority, Target
from handoff.domain.routing import Band, Class, Filter, Routing, Rule, SurgeRule, Team

Broken = tuple[Place, str]
"""Where, and which rule."""


def read(path: Path) -> Routing:
    """RoutingError names file, line, field and the rule it breaks."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RoutingError(f"{path}:1: file: cannot be read: {error}") from error
    document = parse(path, text)
    try:
        form = RoutingForm.model_validate(document.values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        raise document.error(
            _shown(first["loc"]), first["msg"].removeprefix("Value error, ")
        ) from error
    for place, rule in _broken(form):
        raise document.error(place, rule)
    return _routing(form)


def _shown(place: Place) -> Place:
    return [step for step in place if step != "[key]"]


def _broken(form: RoutingForm) -> Iterator[Broken]:
    """Rules that several fields are needed to see."""
    for priority in Priority:
        if priority not in form.classes:
            yield ["classes"], f"{priority} is missing: every class needs its promises"
    yield from _rule_order(form)
    for index, rule in enumerate(form.rules):
        yield from _targets(rule, index, form)
    for index, surge in enumerate(form.surge):
        yield from _surge(surge, index, form)


def _rule_order(form: RoutingForm) -> Iterator[Broken]:
    names: set[str] = set()
    last = len(form.rules) - 1
    for index, rule in enumerate(form.rules):
        if rule.name in names:
            yield ["rules", index, "name"], f"{rule.name!r} names two rules"
        names.add(rule.name)
        fits_all = not rule.when or any(not it.model_fields_set for it in rule.when)
        if index < last and fits_all:
            yield ["rules", index, "when"], "fits every case, so the rules after it never count"
        if index == last and rule.when:
            yield ["rules", index, "when"], "must be absent: the last rule takes what no other does"


def _targets(rule: RuleForm, number: int, form: RoutingForm) -> Iterator[Broken]:
    last = len(rule.targets) - 1
    for index, target in enumerate(rule.targets):
        place: Place = ["rules", number, "targets", index]
        if target.team is not None and target.team not in form.teams:
            yield [*place, "team"], f"{target.team!r} is not under teams"
        if index < last and target.timeout_s is None:
            yield [*place, "timeout_s"], "is missing: without it the targets after it never count"
        if index == last and target.timeout_s is not None:
            yield [*place, "timeout_s"], "must be absent: nobody comes after the last target"
        if index == last and target.skip_if_none:
            yield [*place, "skip_if_none"], "must be absent: nobody comes after the last target"


def _surge(rule: SurgeForm, number: int, form: RoutingForm) -> Iterator[Broken]:
    place: Place = ["surge", number]
    bands = {
        "expected_wait_s": rule.expected_wait_s,
        "arrivals_a_minute": rule.arrivals_a_minute,
    }
    if not any(bands.values()):
        yield place, f"needs {' or '.join(bands)} to know when the rush begins"
    for name, band in bands.items():
        if band and band.below >= band.above:
            yield [*place, name, "below"], "must be less than above, or the rush comes and goes"
    for team in rule.stand_by:
        if team not in form.teams:
            yield [*place, "stand_by"], f"{team!r} is not under teams"
        elif not form.teams[team].stand_by:
            yield [*place, "stand_by"], f"{team!r} does not stand by: it works anyway"


def _routing(form: RoutingForm) -> Routing:
    return Routing(
        rules=tuple(map(_rule, form.rules)),
        classes=tuple(
            Class(priority=priority, **values(form.classes[priority])) for priority in Priority
        ),
        teams=tuple(Team(name=name, **values(team)) for name, team in form.teams.items()),
        ageing_s=form.ageing_s,
        offer_s=form.offer_s,
        surge=tuple(map(_surge_rule, form.surge)),
    )


def _rule(form: RuleForm) -> Rule:
    return Rule(
        name=form.name,
        when=tuple(Filter(**values(it)) for it in form.when),
        targets=tuple(Target(**values(it)) for it in form.targets),
        priority=form.priority,
    )


def _surge_rule(form: SurgeForm) -> SurgeRule:
    bands = {
        name: Band(**values(band)) if band else None
        for name, band in (
            ("expected_wait_s", form.expected_wait_s),
            ("arrivals_a_minute", form.arrivals_a_minute),
        )
    }
    return SurgeRule(**{**values(form), **bands})
