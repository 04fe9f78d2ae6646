"""The order in which the processes come up, each on what it needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from local import commands, postgres, programs, readiness, redis
from local.places import MODEL, PYTHON
from local.programs import ACTIONS, RASA_SERVER, Plan, Program
from local.progress import Progress
from local.supervisor import Supervisor
from local.trouble import Trouble

READY_S = 240


@dataclass(frozen=True, slots=True)
class Launch:
    """One start: stores, then tables, then the assistant beside the demo, then the front door."""

    plan: Plan
    state: Path
    supervisor: Supervisor
    progress: Progress

    def __call__(self, wanted: list[Program], health: Mapping[str, str]) -> None:
        """Start the wanted applications on their stores and return when all are ready."""
        if any(it.kind == RASA_SERVER for it in wanted) and not MODEL.exists():
            raise Trouble("The assistant has no model yet: `make train` makes it.")
        with self.progress.step("Starting PostgreSQL and Redis"):
            self._start_stores(wanted)
        with self.progress.step("Bringing the database up to date"):
            self._run("Bringing the database up to date", "alembic", "upgrade", "head")
        # They take longest and need nothing of the demo.
        early = [it.name for it in wanted if it.kind in {ACTIONS, RASA_SERVER}]
        self._start(early)
        with self.progress.step("Loading the demo" if self.plan.demo else "Leaving the demo out"):
            if self.plan.demo:
                self._run("Loading the demo", "demo.load")
        with self.progress.step("Starting the assistant and the front door"):
            self._start(it.name for it in wanted if it.name not in early)
            readiness.await_all(self.supervisor, health, READY_S)

    def _start_stores(self, wanted: list[Program]) -> None:
        stores: list[Program] = []
        if self.plan.embedded_database:
            stores.append(postgres.program(self.state / "pg"))
        if self.plan.embedded_redis:
            stores.append(redis.program(self.state / "redis"))
        self.supervisor.start((*stores, *wanted))
        if self.plan.embedded_database:
            postgres.create(self.state / "pg")
        postgres.require_answer(self.plan.database_url)
        redis.require_answer(self.plan.redis_url)

    def _start(self, names: Iterable[str]) -> None:
        for name in names:
            self.supervisor.start_program(name)

    def _run(self, what: str, module: str, *arguments: str) -> None:
        log = self.supervisor.logs / f"{module}.log"
        environment = programs.platform_environment(self.plan)
        commands.run(what, (PYTHON, "-m", module, *arguments), log, environment)
