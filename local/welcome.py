"""What is printed when the product is ready."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def text(url: str, people: Mapping[str, Any], logs: str) -> str:
    """Where to go, who can sign in, and how to end it."""
    lines = [
        "",
        "Lotse is ready.",
        "",
        f"  {url}/            begin here",
        f"  {url}/demo/app    a freelancer in the platform's app, signed in",
        f"  {url}/demo/site   a client's page with the widget",
        f"  {url}/help/en     help articles",
        f"  {url}/console     for agents:",
        *_agents(people),
        "",
        f"Logs are in {logs}. Ctrl-C ends everything.",
        "",
    ]
    return "\n".join(lines)


def replicas(urls: Sequence[str], *, balanced: bool) -> str:
    """Where the front doors are, when there are several."""
    if len(urls) == 1:
        return ""
    if balanced:
        return f"{len(urls) - 1} of each process, behind a load balancer at {urls[0]}.\n"
    return (
        f"Front doors at {', '.join(urls)}. No HAProxy or nginx was found to stand before them;\n"
        f'pages name them all: <script src="{urls[0]}/widget.js" data-servers="{" ".join(urls)}">\n'
    )


def _agents(people: Mapping[str, Any]) -> Iterator[str]:
    agents = people.get("agents", [])
    width = max((len(agent["email"]) for agent in agents), default=0)
    for agent in agents:
        yield f"      {agent['email']:<{width}}  {agent['password']}  ({agent['name']})"
