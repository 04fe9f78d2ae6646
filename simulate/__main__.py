"""`python -m simulate PLAN`: a staffing plan through the real routing, policies compared."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from connectors.hours import HoursError, OpeningHours
from connectors.routing import RoutingError
from connectors.routing import read as read_routing
from simulate.claims import claims
from simulate.plan import Plan, PlanError
from simulate.plan import read as read_plan
from simulate.plots import draw
from simulate.results import result
from simulate.support import Setting, Support
from simulate.tables import table, write

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
RESULTS = Path(__file__).parent / "results"


def simulated(setting: Setting) -> dict[str, list[Support]]:
    """Every policy, each run with the same customers."""
    plan = setting.plan
    runs: dict[str, list[Support]] = {}
    for policy in plan.policies:
        runs[policy.name] = [Support(setting, policy, plan.seed + n) for n in range(plan.runs)]
        for run in runs[policy.name]:
            run.run()
    return runs


def told(plan: Plan, runs: dict[str, list[Support]], folder: Path) -> str:
    """The table, the claims, and where the files are."""
    results = [result(name, some) for name, some in runs.items()]
    ours, theirs = plan.policies[0].name, plan.policies[-1].name
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, results, runs)
    draw(folder, runs)
    lines = [
        f"{plan.name}: {plan.days} days, {plan.runs} runs",
        "",
        table(results),
        "",
        f"{ours} against {theirs}:",
        *(f"  {it}" for it in claims(runs[ours], runs[theirs])),
        "",
        f"CSV and pictures: {folder}",
    ]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """1 with the reason when a file is wrong."""
    parser = ArgumentParser(prog="python -m simulate", description=__doc__)
    parser.add_argument("plan", type=Path, nargs="?", default=DATA / "simulation" / "usual.yml")
    parser.add_argument("--routing", type=Path, default=DATA / "routing.yml")
    parser.add_argument("--hours", type=Path, default=DATA / "hours.yml")
    parser.add_argument("--out", type=Path, help="where CSV and pictures go")
    asked = parser.parse_args(arguments)
    try:
        plan, hours = read_plan(asked.plan), OpeningHours.load(asked.hours)
        routing = read_routing(asked.routing)
    except (PlanError, RoutingError, HoursError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    setting = Setting(plan=plan, routing=routing, hours=hours, zone=hours.zone)
    folder = asked.out or RESULTS / asked.plan.stem
    sys.stdout.write(told(plan, simulated(setting), folder) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
