"""Refusals as problem details (RFC 9457); the only place that knows their HTTP status."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

import structlog
from aiohttp import web
from pydantic import ValidationError

from handoff.api.answers import BrokenRule, Problem
from handoff.api.broken import broken_by, broken_rules
from handoff.domain import errors

log = structlog.get_logger()

STATUS: dict[type[errors.Refused], HTTPStatus] = {
    errors.Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.Unknown: HTTPStatus.NOT_FOUND,
    errors.UnknownChoice: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.UnknownAttachment: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.UnsupportedFile: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    errors.NotAllowedNow: HTTPStatus.CONFLICT,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.NotSignedIn: HTTPStatus.UNAUTHORIZED,
    errors.InvalidIdentity: HTTPStatus.UNAUTHORIZED,
    errors.InvalidSignature: HTTPStatus.UNAUTHORIZED,
    errors.Forbidden: HTTPStatus.FORBIDDEN,
    errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.TooMany: HTTPStatus.TOO_MANY_REQUESTS,
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every error as a problem; what we did not expect is logged and told to nobody."""
    try:
        return await handler(request)
    except errors.Refused as refused:
        broken = broken_by([refused]) if isinstance(refused, errors.Invalid) else ()
        field = _field(refused)
        return _problem(_status(refused), refused.code, str(refused), field, broken=broken)
    except ValidationError as error:
        return _invalid(broken_rules(error))
    except web.HTTPException as http:
        if http.status < HTTPStatus.BAD_REQUEST:
            raise
        status = HTTPStatus(http.status)
        return _problem(status, status.name.lower(), http.reason, headers=dict(http.headers))
    except Exception:
        log.exception("request failed", method=request.method, path=request.path)
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        return _problem(status, "internal", "something went wrong on our side")


def _invalid(broken: tuple[BrokenRule, ...]) -> web.Response:
    first = broken[0]
    detail = f"{first.field}: {first.rule}"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _problem(status, "invalid", detail, first.field, broken=broken)


def _status(refused: errors.Refused) -> HTTPStatus:
    known = (STATUS[kind] for kind in type(refused).__mro__ if kind in STATUS)
    return next(known, HTTPStatus.CONFLICT)


def _field(refused: errors.Refused) -> str | None:
    """Refusals about an input begin with its name."""
    if isinstance(refused, errors.Invalid):
        return refused.field
    field, separator, _ = str(refused).partition(": ")
    return field if separator and field.isidentifier() else None


def _problem(
    status: HTTPStatus,
    code: str,
    detail: str,
    field: str | None = None,
    headers: dict[str, str] | None = None,
    broken: tuple[BrokenRule, ...] = (),
) -> web.Response:
    body = Problem(
        title=status.phrase, status=status, code=code, detail=detail, field=field, errors=broken
    )
    kept = {key: value for key, value in (headers or {}).items() if key == "Allow"}
    if status is HTTPStatus.TOO_MANY_REQUESTS:
        kept["Retry-After"] = "10"
    return web.Response(
        status=status,
        text=body.model_dump_json(),
        content_type="application/problem+json",
        headers=kept,
    )
