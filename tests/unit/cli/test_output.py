"""How data looks, and what is done with what went wrong."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys

import pytest
import typer

from libtalos.bus import errors
from libtalos.cli import failures, output, people
from libtalos.image.errors import ImageError
from libtalos.provision.errors import ProvisionError, UnknownClusterError


class Terminal(io.StringIO):
    """A stdout that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_columns_are_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("NAME", "SIZE", "LAST"), [("a", "1", ""), ("long name", "100", "x")], right={"SIZE"})
    assert capsys.readouterr().out.splitlines() == [
        "NAME        SIZE   LAST",
        "a              1",
        "long name    100   x",
    ]


def test_a_stream_of_rows_keeps_the_widths_that_it_had(capsys: pytest.CaptureFixture[str]) -> None:
    table = output.StreamTable(("A", "B"), {"A": 3})
    table.add(("12345", "x"))
    table.add(("1", "y"))
    assert capsys.readouterr().out.splitlines() == ["A     B", "12345   x", "1       y"]


def test_states_are_coloured_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert output.paint("Running") == "Running"
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert output.paint("Running") == "\x1b[32mRunning\x1b[0m"
    assert output.paint("something else") == "something else"
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.paint("Running") == "Running"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-1, "0s"), (5.9, "5s"), (65, "1m5s"), (3600 * 5 + 60, "5h1m"), (86400 * 2 + 3600, "2d1h")],
)
def test_durations(seconds: float, text: str) -> None:
    assert people.duration(dt.timedelta(seconds=seconds)) == text


def test_timestamps_are_in_utc() -> None:
    east = dt.timezone(dt.timedelta(hours=2))
    moment = dt.datetime(2026, 1, 31, 1, 2, 3, 4567, tzinfo=east)
    assert people.timestamp(moment) == "2026-01-30T23:02:03.004Z"
    assert people.timestamp(moment, precision="seconds") == "2026-01-30T23:02:03Z"
    assert (people.timestamp(None), people.ago(None, moment)) == ("", "")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InvalidArgumentError("x"), 2),
        (errors.UnavailableError("x"), 3),
        (errors.DeadlineExceededError("x"), 3),
        (errors.NotFoundError("x"), 4),
        (errors.PermissionDeniedError("x"), 5),
        (errors.FailedPreconditionError("x"), 5),
        (errors.InternalError("x"), 1),
        (ProvisionError("x"), 1),
        (UnknownClusterError("x"), 4),
        (ImageError("x"), 1),
        (OSError("x"), 1),
    ],
)
def test_errors_become_messages_and_codes(error: Exception, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    error.add_note("what to do")
    with pytest.raises(typer.Exit) as left, failures.reported():
        raise error
    assert left.value.exit_code == code
    assert capsys.readouterr().err == "error: x\nwhat to do\n"


def test_faults_of_the_program_are_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), failures.reported():
        _ = 1 // 0


def test_the_help_imports_no_more_than_it_needs() -> None:
    """What takes long to import is imported by the commands that need it."""
    program = (
        "import sys; from libtalos.cli.app import make_app\n"
        "try: make_app()(['--help'])\n"
        "except SystemExit: print([name for name in ('asyncio', 'grpclib', 'yaml', 'msgspec', 'libtalos.provision') "
        "if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"
