"""The whole product, started beside whatever else runs, and gone afterwards."""

import json
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from local import balancer, ports, postgres, programs, readiness, redis, secrets
from local.launch import READY_S, Launch
from local.ports import Listening, Ports
from local.programs import ACTIONS, BALANCER, RASA_SERVER, Plan, Program
from local.progress import Progress, silent
from local.supervisor import Supervisor
from local.trouble import Trouble


@dataclass
class Product:
    """`with Product() as product:` runs every process until the block ends.

    Without a state directory it uses a fresh one and removes it. `environment` is told to all
    our processes; DATABASE_URL and REDIS_URL in it take the place of the embedded servers.
    `without` names kinds of processes that are not wanted. `doors` is the number of front doors;
    with `replicas` there are as many processes of every kind behind a load balancer, which a
    machine without HAProxy and nginx lacks: then there are as many front doors.
    """

    state_dir: Path | None = None
    ports: Ports | None = None
    demo: bool = True
    environment: Mapping[str, str] = field(default_factory=dict)
    without: Iterable[str] = ()
    doors: int = 1
    replicas: int = 1
    progress: Progress = field(default_factory=silent)
    applications: Callable[[Plan], tuple[Program, ...]] = programs.applications

    def __enter__(self) -> "Product":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the front door is."""
        return self.urls[0]

    @property
    def urls(self) -> list[str]:
        """Where every front door is, the balancer's address first."""
        at = self._plan.ports.handoff
        behind = self._plan.listening.handoff
        return [f"http://127.0.0.1:{port}" for port in dict.fromkeys((at, *behind))]

    @property
    def balanced(self) -> bool:
        """Whether a load balancer stands before the processes."""
        return self._plan.balancer is not None

    @property
    def rasa_url(self) -> str:
        """Where Rasa is; its token is `secrets["rasa"]`."""
        return f"http://127.0.0.1:{self._plan.ports.rasa}"

    @property
    def actions_url(self) -> str:
        """Where the action server is."""
        return f"http://127.0.0.1:{self._plan.ports.actions}"

    @property
    def database_url(self) -> str:
        """The product's database."""
        return self._plan.database_url

    @property
    def redis_url(self) -> str:
        """The product's Redis."""
        return self._plan.redis_url

    @property
    def secrets(self) -> Mapping[str, str]:
        """The secrets of this product: channel, rasa, identity, webhook, vault."""
        return self._plan.secrets

    @property
    def demo_people(self) -> dict[str, Any]:
        """What the demo's loader wrote down: who can sign in, and how."""
        file = self._state / "demo.json"
        people: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return people

    @property
    def alive(self) -> bool:
        """Whether the supervisor of the processes runs."""
        return self._supervisor.alive

    def start(self) -> None:
        """Start everything and return when it is ready; when that fails, nothing is left."""
        self._own_state = self.state_dir is None
        self._state = (self.state_dir or Path(tempfile.mkdtemp(prefix="lotse-"))).resolve()
        self._state.mkdir(parents=True, exist_ok=True)
        self._supervisor = Supervisor(self._state)
        try:
            self._plan = self._make_plan()
            self._launch()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End every process; a state directory of our own goes too."""
        self._supervisor.stop()
        if self._own_state:
            shutil.rmtree(self._state, ignore_errors=True)

    def pid(self, name: str) -> int:
        """The process id of handoff, handoff-2, rasa, actions, postgres or redis; 0 while down."""
        return self._supervisor.pid(name)

    def kill(self, name: str) -> int:
        """Kill a process as a crash would; the supervisor starts it again."""
        return self._supervisor.send(name, signal.SIGKILL)

    def send(self, name: str, number: signal.Signals) -> int:
        """Send any other signal, such as SIGSTOP and SIGCONT."""
        return self._supervisor.send(name, number)

    def stop_process(self, name: str) -> None:
        """Stop a process until it is started again."""
        self._supervisor.stop_program(name)

    def start_process(self, name: str) -> None:
        """Start a process that was stopped."""
        self._supervisor.start_program(name)

    def await_ready(self, name: str, seconds: float = READY_S, after: int = 0) -> None:
        """Wait until a process answers, as another process than `after` where one is named."""
        limit = time.monotonic() + seconds
        while not self.is_ready(name, after):
            if time.monotonic() > limit or self._lacks_model(name):
                raise Trouble(f"{name} did not come back: {self.logs(name)[-400:]}")
            time.sleep(0.05)

    def is_ready(self, name: str, after: int = 0) -> bool:
        """Whether a process runs and answers now, as another one than `after`."""
        return self.pid(name) not in {0, after} and self._answers(name)

    def logs(self, name: str) -> str:
        """What a process has written so far."""
        file = self._supervisor.logs / f"{name}.log"
        return file.read_text("utf-8", "replace") if file.exists() else ""

    def _make_plan(self) -> Plan:
        chosen = self.ports or ports.free()
        chosen.require_free()
        listening, before = self._replicas(chosen)
        database, hints = (self.environment.get(name) for name in ("DATABASE_URL", "REDIS_URL"))
        return Plan(
            ports=chosen,
            secrets=secrets.load(self._state / "secrets.json"),
            database_url=database or postgres.url(self._state / "pg"),
            redis_url=hints or redis.url(self._state / "redis"),
            embedded_database=not database,
            embedded_redis=not hints,
            demo=self.demo,
            shared={"LOTSE_HOME": str(self._state), **self.environment},
            listening=listening,
            balancer=before,
        )

    def _replicas(self, chosen: Ports) -> tuple[Listening, Program | None]:
        binary = balancer.found() if self.replicas > 1 else None
        if binary is None:
            return ports.listening(chosen, max(self.doors, self.replicas)), None
        listening = ports.replicated(self.replicas)
        token = secrets.load(self._state / "secrets.json")["rasa"]
        return listening, balancer.program(binary, self._state, chosen, listening, token)

    def _launch(self) -> None:
        unwanted = set(self.without)
        wanted = [it for it in self.applications(self._plan) if it.kind not in unwanted]
        launch = Launch(self._plan, self._state, self._supervisor, self.progress)
        launch(wanted, {it.name: self._health(it.name) for it in wanted})

    def _answers(self, name: str) -> bool:
        if name == postgres.NAME:
            return postgres.answers(self.database_url)
        if name == redis.NAME:
            return redis.answers(self.redis_url)
        return readiness.answers(self._health(name))

    def _lacks_model(self, name: str) -> bool:
        return name.startswith(RASA_SERVER) and readiness.lacks_model(self._health(name))

    def _health(self, name: str) -> str:
        kind, _, number = name.partition("-")
        nth, at = int(number or 1) - 1, self._plan.listening
        if kind == BALANCER:
            return f"{self.url}/readyz"
        if kind == RASA_SERVER:
            return f"http://127.0.0.1:{at.rasa[nth]}/status?token={self.secrets['rasa']}"
        if kind == ACTIONS:
            return f"http://127.0.0.1:{at.actions[nth]}/health"
        return f"http://127.0.0.1:{at.handoff[nth]}/readyz"
