"""The API described by its own route table (OpenAPI 3.1)."""

import json
import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from aiohttp import web
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from handoff.api.answers import Problem
from handoff.api.auth import COOKIE
from handoff.api.route import Caller, Route
from handoff.domain.conversation import State
from handoff.domain.events import Channel
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.views import View

Json: TypeAlias = dict[str, Any]

DOCUMENT = web.AppKey("openapi", str)

SECURITY: dict[Caller, list[Json]] = {
    Caller.CUSTOMER: [{"session": []}],
    Caller.AGENT: [{"agent": []}],
    Caller.PLATFORM: [{"signature": []}],
}

SCHEMES: Json = {
    "session": {
        "type": "http",
        "scheme": "bearer",
        "description": "The `session` of POST /v1/sessions.",
    },
    "agent": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": "Set by POST /v1/agent/login; writes also need an Origin of our own.",
    },
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": "webhook-signature",
        "description": "Standard Webhooks: with webhook-id and webhook-timestamp, HMAC-SHA256.",
    },
}

QUERIES: dict[str, Json] = {
    "after": {"type": "integer", "minimum": 0, "description": "Events with a greater seq."},
    "limit": {"type": "integer", "minimum": 0, "maximum": 1000},
    "q": {"type": "string", "minLength": 1, "description": "What people would ask."},
    "name": {"type": "string", "minLength": 1, "maxLength": 1000, "description": "Of the file."},
    "lang": {"type": "string", "enum": ["de", "en"]},
    "days": {"type": "integer", "minimum": 1, "maximum": 365, "default": 90},
    "view": {"type": "string", "enum": list(View)},
    "cursor": {"type": "string", "description": "The `next` of the page before."},
    "state": {"type": "array", "items": {"type": "string", "enum": list(State)}},
    "team": {"type": "string", "maxLength": 80},
    "language": {"type": "string", "enum": list(Language)},
    "channel": {"type": "string", "enum": list(Channel)},
    "priority": {"type": "string", "enum": list(Priority)},
    "tag": {"type": "string"},
    "customer": {"type": "string", "format": "uuid"},
    "since": {"type": "string", "format": "date-time", "description": "Changed then or later."},
    "until": {"type": "string", "format": "date-time", "description": "Not changed since."},
}

NEEDED = frozenset({"q", "name"})
"""Queries without which a call is refused."""

PATHS: dict[str, Json] = {
    "conversation": {"type": "string", "format": "uuid"},
    "attachment": {"type": "string", "format": "uuid"},
    "seq": {"type": "integer", "minimum": 1, "description": "An event's place in the log."},
    "lang": {"enum": ["de", "en"]},
    "slug": {"type": "string", "description": "The slug of an article."},
    "guide": {"type": "string", "description": "The slug of a guide."},
    "reply": {"type": "string", "format": "uuid", "description": "A canned reply."},
    "playbook": {"type": "string", "description": "The slug of a playbook."},
    "agent": {"type": "string", "format": "uuid"},
    "saved_view": {"type": "string", "format": "uuid"},
    "customer": {"type": "string", "format": "uuid"},
    "step": {"type": "string", "description": "The id of a step of the guide or playbook."},
    "contact": {"type": "string", "description": "The id of one of its contacts."},
}


async def document(request: web.Request) -> web.Response:
    """The description, as JSON."""
    return web.Response(text=request.app[DOCUMENT], content_type="application/json")


def described(routes: Iterable[Route]) -> str:
    """The whole document."""
    documented = [route for route in routes if route.documented]
    paths: dict[str, Json] = {}
    for route in documented:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    models: set[type[BaseModel]] = {Problem}
    models |= {model for route in documented for model in (route.takes, route.gives) if model}
    schemas = models_json_schema(
        [(model, "serialization") for model in sorted(models, key=_name)],
        ref_template="#/components/schemas/{model}",
    )[1]
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Lotse",
                "version": "1",
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "paths": paths,
            "components": {"schemas": schemas["$defs"], "securitySchemes": SCHEMES},
        },
        ensure_ascii=False,
    )


def _name(model: type[BaseModel]) -> str:
    return model.__name__


def _operation(route: Route) -> Json:
    name = f"{route.handler.__module__.rpartition('.')[2]}_{route.handler.__name__}"
    operation: Json = {
        "operationId": name,
        "summary": (route.handler.__doc__ or "").strip(),
        "tags": [route.caller.name.lower()],
        "parameters": [*_path_parameters(route), *_query_parameters(route)],
        "responses": _responses(route),
        "security": SECURITY.get(route.caller, []),
    }
    if route.roles:
        operation["x-roles"] = sorted(route.roles)
    if route.takes_file:
        operation["requestBody"] = {"required": True, "content": {"application/octet-stream": {}}}
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": _content(route.takes.__name__)}
    return operation


def _path_parameters(route: Route) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": PATHS[name]}
        for name in re.findall(r"{(\w+)}", route.path)
    ]


def _query_parameters(route: Route) -> list[Json]:
    return [
        {"name": name, "in": "query", "required": name in NEEDED, "schema": QUERIES[name]}
        for name in route.query
    ]


def _responses(route: Route) -> Json:
    again = {"200": _success(route) | {"description": "A repeat: nothing was added."}}
    return {
        str(route.status): _success(route),
        **(again if route.repeats else {}),
        "default": _problem(),
    }


def _success(route: Route) -> Json:
    if route.socket:
        return {"description": "WebSocket `lotse.v1`; frames: docs/api/socket.schema.json"}
    if route.gives_file:
        return {"description": "The file.", "content": {kind: {} for kind in route.gives_file}}
    if route.gives is None:
        return {"description": "Done."}
    described_by = (route.gives.__doc__ or "").strip()
    return {"description": described_by, "content": _content(route.gives.__name__)}


def _problem() -> Json:
    content = _content("Problem", "application/problem+json")
    return {"description": "A problem (RFC 9457).", "content": content}


def _content(model: str, media: str = "application/json") -> Json:
    return {media: {"schema": {"$ref": f"#/components/schemas/{model}"}}}
