"""Holds answers and frames against what we say of them in public."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from handoff.api.openapi import described
from handoff.api.routes import ROUTES
from handoff.api.schema import described as frames_described

Json = dict[str, Any]

OPENAPI: Json = json.loads(described(ROUTES))
FRAMES: Json = json.loads(frames_described())


@cache
def _validator(document: str, pointer: str) -> Validator:
    contents = {"openapi": OPENAPI, "frames": FRAMES}[document]
    resource: Resource[Any] = DRAFT202012.create_resource(contents)
    registry: Registry[Any] = Registry().with_resource(f"urn:{document}", resource)
    schema = {"$ref": f"urn:{document}#{pointer}"}
    return Draft202012Validator(schema, registry=registry)


def _errors(document: str, pointer: str, value: Any) -> list[str]:
    found = _validator(document, pointer).iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def assert_frame(frame: object, to: str) -> None:
    """`to` is ToCustomer, ToAgent, FromCustomer, FromAgent, Event."""
    errors = _errors("frames", f"/$defs/{to}", frame)
    assert not errors, (errors, frame)


def assert_answer(method: str, path: str, status: int, body: object) -> None:
    """A JSON answer of a documented route, success or problem."""
    responses = OPENAPI["paths"][path][method.lower()]["responses"]
    key = str(status) if str(status) in responses else "default"
    media = "application/problem+json" if key == "default" else "application/json"
    place = ("paths", path, method.lower(), "responses", key, "content", media, "schema")
    pointer = "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in place)
    errors = _errors("openapi", pointer, body)
    assert not errors, (errors, body)
