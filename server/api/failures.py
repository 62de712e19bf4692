"""Every failure as ``{"error": {"code", "message"}}``: ours, HTTP's, and the unexpected."""

from __future__ import annotations

import logging
import math
import traceback

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from server import errors
from server.api.context import answer

_LOG = logging.getLogger("server.api")
_BY_STATUS: dict[int, type[errors.SoiError]] = {
    400: errors.BadRequest,
    404: errors.NotFound,
    405: errors.MethodNotAllowed,
    413: errors.TooLarge,
    415: errors.UnsupportedMediaType,
}


def register(app: Flask) -> None:
    """Answer all failures of ``app``."""
    app.register_error_handler(errors.SoiError, expected)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _unexpected)


def expected(error: errors.SoiError) -> Response:
    """The answer to a failure that a person can act on."""
    response = answer({"error": error.answer()}, error.http_status)
    if isinstance(error, errors.Unauthorized):
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, errors.Busy):
        response.headers["Retry-After"] = str(math.ceil(error.retry_after))
    return response


def _of_http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:  # a redirect is no failure, but werkzeug raises it as one
        return Response(status=status, headers=[("Location", "/")])
    response = answer({"error": _BY_STATUS.get(status, errors.BadRequest)().answer()}, status)
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _unexpected(error: Exception) -> Response:
    """The type and the place in the code go to the log; the words of an exception may hold somebody's data."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "unknown"
    _LOG.error("unexpected", extra={"fields": {"type": type(error).__name__, "place": place}})
    return answer({"error": errors.SoiError().answer()}, 500)
