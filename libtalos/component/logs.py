"""Logs: JSON lines on the wire and in files, readable and coloured on a terminal."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, TextIO

import structlog

from libtalos.bus.context import current_call

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def make_logger(
    component: str, *, environment: Mapping[str, str] | None = None, stream: TextIO | None = None
) -> structlog.stdlib.BoundLogger:
    """The logger of one process, writing to stream (default: stderr). TALOS_LOG_LEVEL sets the level (default info).

    Also sends what libraries log through the standard logging module the same way. Raises ValueError for an unknown
    level.
    """
    environment = os.environ if environment is None else environment
    stream = sys.stderr if stream is None else stream
    level = _level(environment.get("TALOS_LOG_LEVEL", "info"))
    processors = _processors(stream, environment)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_context(component)],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *processors],
        )
    )
    # libraries say what went well at info and below; what went wrong is theirs to tell
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
    logger: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        structlog.PrintLogger(stream),
        processors=[*_context(component), *processors],
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    return logger


def _context(component: str) -> list[structlog.typing.Processor]:
    def add_component(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event.setdefault("component", component)
        return event

    return [
        structlog.contextvars.merge_contextvars,
        _add_call,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        add_component,
    ]


def _add_call(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Bind the call that is being served: nothing of it is looked up unless something is logged."""
    call = current_call()
    if call is not None:
        event.setdefault("call_id", call.call_id)
        event.setdefault("peer", str(call.peer))
    return event


def _processors(stream: TextIO, environment: Mapping[str, str]) -> list[structlog.typing.Processor]:
    if stream.isatty():
        colors = not environment.get("NO_COLOR")
        return [structlog.dev.ConsoleRenderer(colors=colors, timestamp_key="time")]
    return [
        structlog.processors.format_exc_info,
        structlog.processors.EventRenamer("msg"),
        structlog.processors.JSONRenderer(),
    ]


def _level(name: str) -> int:
    if name.lower() not in LEVELS:
        raise ValueError(f"TALOS_LOG_LEVEL is {name!r}: use one of {', '.join(LEVELS)}")
    return LEVELS[name.lower()]
