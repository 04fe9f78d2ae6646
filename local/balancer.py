"""A load balancer before the replicas: HAProxy or nginx, where the system has one."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from local.ports import Listening, Ports
from local.programs import BALANCER, Program

WHERE = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"
CONNECTIONS = 20_000


def found() -> str | None:
    """The balancer of this machine; HAProxy first, as it asks its servers how they are."""
    # System daemons lie in folders that an ordinary user's PATH leaves out.
    return shutil.which("haproxy", path=WHERE) or shutil.which("nginx", path=WHERE)


def program(
    binary: str, state: Path, ports: Ports, listening: Listening, rasa_token: str
) -> Program:
    """It listens where one process would, for each kind of process."""
    # The supervisor starts it from elsewhere, so that nothing may depend on the folder.
    folder = state / "balancer"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # a file in it holds a secret
    if Path(binary).name == "haproxy":
        file = folder / "haproxy.cfg"
        file.write_text(haproxy(ports, listening, rasa_token), "utf-8")
        # -db: stay in the foreground, where the supervisor sees it.
        return Program(BALANCER, (binary, "-db", "-f", file), stop_signal="USR1")
    file = folder / "nginx.conf"
    file.write_text(nginx(folder, ports, listening), "utf-8")
    return Program(BALANCER, (binary, "-p", folder, "-e", "stderr", "-c", file), stop_signal="QUIT")


def haproxy(ports: Ports, listening: Listening, rasa_token: str) -> str:
    """HAProxy's file: asks each server every second, and tries the next when one is gone."""
    groups = (
        _group("handoff", ports.handoff, listening.handoff, "/readyz"),
        _group("rasa", ports.rasa, listening.rasa, f"/status?token={rasa_token}"),
        _group("actions", ports.actions, listening.actions, "/health"),
    )
    return "\n".join((HAPROXY_HEAD, *groups))


def nginx(folder: Path, ports: Ports, listening: Listening) -> str:
    """Nginx's file: a server that does not answer is left alone for two seconds."""
    served = (
        ("handoff", ports.handoff, listening.handoff),
        ("rasa", ports.rasa, listening.rasa),
        ("actions", ports.actions, listening.actions),
    )
    places = "\n".join(f"  {kind}_temp_path {folder}/{kind};" for kind in NGINX_TEMPORARY)
    servers = "\n".join(NGINX_SERVER % (name, _nginx(to), port, name) for name, port, to in served)
    return NGINX % (folder, CONNECTIONS, places, servers)


HAPROXY_HEAD = """\
# As many connections as the system's limit of open files allows.
defaults
  mode http
  # As late as the slowest answer we wait for ourselves; sockets may be quiet for longer.
  timeout connect 2s
  timeout client 75s
  timeout server 75s
  timeout tunnel 1h
  # Every write carries an id under which a repeat adds nothing, so that it may be sent again.
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response response-timeout 503
  option forwardfor
"""


def _group(name: str, port: int, servers: Sequence[int], health: str) -> str:
    lines = [
        f"listen {name}",
        f"  bind 127.0.0.1:{port}",
        "  balance leastconn",
        f"  option httpchk GET {health}",
        "  http-check expect status 200",
        "  default-server check inter 1s fall 2 rise 1",
    ]
    lines += [f"  server {name}-{n} 127.0.0.1:{to}" for n, to in enumerate(servers, 1)]
    return "\n".join((*lines, ""))


NGINX_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

NGINX = """\
daemon off;
pid %s/nginx.pid;
worker_processes 1;
events { worker_connections %d; }
http {
  access_log off;
%s
  map $http_upgrade $connection_upgrade { default upgrade; "" ""; }
  client_max_body_size 32m;
  proxy_http_version 1.1;
  proxy_connect_timeout 2s;
  # Sockets are quiet for longer than any answer takes; each side looks after its own.
  proxy_read_timeout 1h;
  # Every write carries an id under which a repeat adds nothing, so that it may be sent again.
  proxy_next_upstream error timeout http_502 http_503 non_idempotent;
  proxy_set_header Host $http_host;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header Connection $connection_upgrade;
%s
}
"""

NGINX_SERVER = """\
  upstream %s {
    least_conn;
%s
    keepalive 64;
  }
  server { listen 127.0.0.1:%d; location / { proxy_pass http://%s; } }"""


def _nginx(servers: Sequence[int]) -> str:
    failing = "max_fails=1 fail_timeout=2s"
    return "\n".join(f"    server 127.0.0.1:{port} {failing};" for port in servers)
