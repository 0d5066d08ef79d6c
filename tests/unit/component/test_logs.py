"""Logs: JSON for machines, words for people, context from the call."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from libtalos.component.logs import make_logger


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Give the root logger its handlers back."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


def test_lines_are_json_with_component_time_level_and_context() -> None:
    stream = io.StringIO()
    log = make_logger("network", environment={}, stream=stream)
    with structlog.contextvars.bound_contextvars(call_id="abc", peer="api"):
        log.info("link is up", link="eth0")
    line = json.loads(stream.getvalue())
    assert line.pop("time").endswith("Z")
    assert line == {
        "msg": "link is up",
        "level": "info",
        "component": "network",
        "link": "eth0",
        "call_id": "abc",
        "peer": "api",
    }


def test_a_traceback_stays_on_its_line() -> None:
    stream = io.StringIO()
    log = make_logger("network", environment={}, stream=stream)
    log.error("broken", exc_info=RuntimeError("why"))
    assert "RuntimeError: why" in json.loads(stream.getvalue())["exception"]


def test_what_libraries_log_looks_the_same() -> None:
    stream = io.StringIO()
    make_logger("network", environment={}, stream=stream)
    logging.getLogger("library").warning("careful with %s", "this")
    line = json.loads(stream.getvalue())
    assert (line["msg"], line["component"], line["logger"]) == ("careful with this", "network", "library")


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_words_and_colours_unless_it_wants_none(environment: dict[str, str], coloured: bool) -> None:
    stream = Terminal()
    make_logger("network", environment=environment, stream=stream).info("link is up")
    assert "link is up" in stream.getvalue()
    assert ("\x1b[" in stream.getvalue()) is coloured


def test_the_level_is_from_the_environment() -> None:
    stream = io.StringIO()
    make_logger("network", environment={"TALOS_LOG_LEVEL": "warning"}, stream=stream).info("not told")
    assert stream.getvalue() == ""
    with pytest.raises(ValueError, match="TALOS_LOG_LEVEL is 'loud'"):
        make_logger("network", environment={"TALOS_LOG_LEVEL": "loud"})
