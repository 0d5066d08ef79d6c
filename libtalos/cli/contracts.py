"""`talos contracts`: generate, lint, check, diff and record, for a repository or for a running process.

Exit codes: 0 all is well, 1 there are findings, 2 the command could not do its work (usage, environment).
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from libtalos.cli.failures import EXIT_USAGE, reported
from libtalos.cli.output import Output, OutputOption, emit, put, say, say_error

if TYPE_CHECKING:
    from google.protobuf.descriptor_pb2 import FileDescriptorSet

    from libtalos.contracts.layout import Finding, Layout
    from libtalos.contracts.repository import Repository

T = TypeVar("T")

EXIT_FINDINGS = 1

app = typer.Typer(
    name="contracts", help="Lint, check, compare and record the contracts.", no_args_is_help=True, add_completion=False
)


class Part(enum.StrEnum):
    """What can be recorded."""

    LOCK = "lock"
    GOLDEN = "golden"
    COMPONENTS = "components"


Root = Annotated[Path | None, typer.Option("--root", help="Repository; default: the nearest one from here up.")]


@app.command()
def generate(root: Root = None) -> None:
    """Make libtalos/gen from proto/ anew."""
    layout = _layout(root)
    from libtalos.contracts.generate import GenerationError, generate  # noqa: PLC0415 (development tools)

    try:
        generate(layout.proto, layout.gen)
    except GenerationError as error:
        _fail(str(error))
    say(f"generated {layout.gen}")


@app.command()
def lint(root: Root = None, output: OutputOption = Output.TABLE) -> None:
    """Check the style of the protos (buf lint)."""
    _report(_run({"lint": _repository(root).checks()["lint"]}), output)


@app.command()
def check(
    *,
    socket: Annotated[Path | None, typer.Option(help="Unix socket of a running process, in any language.")] = None,
    contract: Annotated[list[str] | None, typer.Option(help="Contract that it serves; repeatable.")] = None,
    root: Root = None,
    fuzz: Annotated[int, typer.Option(min=0, help="Generated requests for each safe method of the process.")] = 0,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for each call to the process.")] = 5.0,
    allow_newer: Annotated[
        bool, typer.Option("--allow-newer", help="The process may serve more than is recorded.")
    ] = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """Check the repository, or with --socket and --contract a running process."""
    if (socket is None) != (not contract):
        _fail("--socket and --contract go together: whose contract is to be checked?")
    if socket is None:
        _report(_run(_repository(root).checks()), output)
    else:
        files = _recorded(root)
        findings: list[Finding] = []
        for name in contract or ():
            findings += _check_process(socket, files, name, fuzz=fuzz, timeout=timeout, allow_newer=allow_newer)
        _report(findings, output)


@app.command()
def diff(
    root: Root = None,
    breaking: Annotated[bool, typer.Option("--breaking", help="Only what breaks somebody.")] = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """List what differs between proto/ and the recording, element by element."""
    found = _guard(_repository(root).differences)
    rows = [item.as_dict() for item in found if item.breaking or not breaking]
    _print(rows, output, title="differences", empty="proto/ is as recorded")
    if rows:
        raise typer.Exit(EXIT_FINDINGS)


@app.command()
def record(
    parts: Annotated[list[Part] | None, typer.Argument(help="What to record; default: everything.")] = None,
    root: Root = None,
    accept_breaking: Annotated[
        bool, typer.Option("--accept-breaking", help="Record a breaking change: before a release only.")
    ] = False,
) -> None:
    """Record proto/lock, proto/golden and the components' declarations."""
    repository = _repository(root)
    wanted = [str(part) for part in parts or Part]
    for path in _guard(lambda: repository.record(wanted, accept_breaking=accept_breaking)):
        say(f"recorded {path}")


def _check_process(
    socket: Path, files: FileDescriptorSet, contract: str, *, fuzz: int, timeout: float, allow_newer: bool
) -> list[Finding]:
    from libtalos.contracts.conformance import Conformance  # noqa: PLC0415 (grpcio is loaded for this only)
    from libtalos.contracts.target import Target  # noqa: PLC0415 (grpcio is loaded for this only)

    target = _guard(lambda: Target(socket, timeout=timeout))
    with target:
        conformance = _guard(lambda: Conformance(target, files, contract))
        checks = dict(conformance.checks(allow_newer=allow_newer))
        if fuzz:
            from libtalos.contracts import fuzz as fuzzing  # noqa: PLC0415 (hypothesis is loaded for this only)

            checks["fuzz"] = lambda: fuzzing.fuzz(conformance, examples=fuzz)
        return _run({f"{contract} {name}": run for name, run in checks.items()})


def _recorded(root: Path | None) -> FileDescriptorSet:
    from libtalos.contracts import lock  # noqa: PLC0415 (protobuf is loaded for this only)
    from libtalos.contracts.layout import Layout  # noqa: PLC0415 (as above)

    layout = _layout(root) if root else Layout.find(Path.cwd())
    return _guard(lambda: lock.read(layout.lock)) if layout else lock.packaged()


def _layout(root: Path | None) -> Layout:
    from libtalos.contracts.layout import Layout  # noqa: PLC0415 (lean import of the command line)

    found = _guard(lambda: Layout.at(root)) if root else Layout.find(Path.cwd())
    if found is None:
        _fail(f"no repository of contracts at or above {Path.cwd()}: give --root, or --socket and --contract")
    return found


def _repository(root: Path | None) -> Repository:
    layout = _layout(root)
    from libtalos.contracts.repository import Repository  # noqa: PLC0415 (development tools)

    return Repository(layout)


def _run(checks: Mapping[str, Callable[[], list[Finding]]]) -> list[Finding]:
    findings: list[Finding] = []
    for name, run in checks.items():
        found = _guard(run)
        say(f"{name}: {len(found) or 'no'} finding{'' if len(found) == 1 else 's'}")
        findings += found
    return findings


def _report(findings: list[Finding], output: Output) -> None:
    _print([item.as_dict() for item in findings], output, title="findings", empty="all is as recorded")
    if findings:
        raise typer.Exit(EXIT_FINDINGS)


def _guard(run: Callable[[], T]) -> T:
    from libtalos.contracts.generate import GenerationError  # noqa: PLC0415 (development tools)
    from libtalos.contracts.layout import ContractError  # noqa: PLC0415 (lean import of the command line)

    try:
        return run()
    except (ContractError, GenerationError, OSError) as error:
        _fail(str(error))


def _print(rows: Sequence[Mapping[str, object]], output: Output, *, title: str, empty: str) -> None:
    with reported():
        if output is Output.TABLE and not rows:
            put(f"{empty}\n")
            return
        header = [name.upper() for name in rows[0]] if rows else ()
        cells = [[_cell(value) for value in row.values()] for row in rows]
        emit({title: list(rows)}, output, header=header, rows=cells)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _fail(message: str) -> NoReturn:
    say_error(message)
    raise typer.Exit(EXIT_USAGE)
