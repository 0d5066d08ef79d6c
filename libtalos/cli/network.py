"""`talos network`: plan, try, confirm and revert a network config. `talos get` prints what the network is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from libtalos.cli.failures import parsed
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.network.v1 import (
    ApplyRequest,
    ConfirmRequest,
    NetworkServiceStub,
    Operation,
    PlanRequest,
    RevertRequest,
    Trial,
)
from libtalos.provision.units import parse_duration

app = typer.Typer(help="Plan, try, confirm and revert a network config.", no_args_is_help=True, add_completion=False)

HEADER = ("OPERATION", "ERROR")

FileArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]",
        help="Machine config to try, or a patch of the node's; default: what the node wants already.",
        show_default=False,
        exists=True,
        dir_okay=False,
    ),
]
PlanOption = Annotated[str, typer.Option("--plan", metavar="ID", help="Plan that it has to be.", show_default=False)]


@app.command("plan")
@node_command
async def plan(target: Target, file: FileArgument = None, *, output: OutputOption = Output.TABLE) -> None:
    """Print the difference between what is wanted and what is there, and the plan's id; nothing is done.

    Example: talos network plan eth0.yaml
    """
    with target.bus() as bus:
        stub = bus.channel("network").stub(NetworkServiceStub)
        found = await stub.plan(PlanRequest(config=_text(file)))
    _emit(found.id, found.operations, found.trial, output)
    if output is Output.TABLE:
        say(f"plan {found.id}" if found.operations else f"plan {found.id}: nothing to do")
        _say_trial(found.trial)


@app.command("apply")
@node_command
async def apply(
    target: Target,
    file: FileArgument = None,
    *,
    plan_id: PlanOption = "",
    confirm_timeout: Annotated[
        str,
        typer.Option(
            "--confirm-timeout",
            metavar="DURATION",
            help="Revert by itself unless `talos network confirm` comes in this time, such as 1m; needs FILE.",
            show_default=False,
        ),
    ] = "",
    output: OutputOption = Output.TABLE,
) -> None:
    """Apply a network config beside the machine config, for good or on trial, and print what was done.

    Example: talos network apply eth0.yaml --confirm-timeout 1m
    """
    seconds = parsed("--confirm-timeout", parse_duration, confirm_timeout) if confirm_timeout else None
    span = None if seconds is None else dt.timedelta(seconds=seconds)
    request = ApplyRequest(config=_text(file), id=plan_id, confirm_timeout=span)
    with target.bus() as bus:
        done = await bus.channel("network").stub(NetworkServiceStub).apply(request)
    _emit("" if done.trial is None else done.trial.id, done.operations, done.trial, output)
    if output is Output.TABLE:
        _say_trial(done.trial)
    _leave_if_failed(done.operations)


@app.command("confirm")
@node_command
async def confirm(target: Target, *, plan_id: PlanOption = "") -> None:
    """Keep what is on trial. That this command gets through shows that the node can be reached.

    Example: talos network confirm
    """
    with target.bus() as bus:
        kept = await bus.channel("network").stub(NetworkServiceStub).confirm(ConfirmRequest(id=plan_id))
    say(f"plan {kept.id} is confirmed: it stays until the machine config changes or the node ends")


@app.command("revert")
@node_command
async def revert(target: Target, *, plan_id: PlanOption = "", output: OutputOption = Output.TABLE) -> None:
    """Take back what is on trial, or what was applied for good, and print what was done.

    Example: talos network revert
    """
    with target.bus() as bus:
        done = await bus.channel("network").stub(NetworkServiceStub).revert(RevertRequest(id=plan_id))
    _emit(done.id, done.operations, None, output)
    if output is Output.TABLE:
        say(f"plan {done.id} is reverted")
    _leave_if_failed(done.operations)


def _text(file: Path | None) -> str:
    return "" if file is None else file.read_text()


def _emit(plan_id: str, operations: Sequence[Operation], trial: Trial | None, output: Output) -> None:
    document = {
        "id": plan_id,
        "operations": [{"description": each.description, "error": each.error} for each in operations],
        "trial": None if trial is None else _document(trial),
    }
    if operations or output is not Output.TABLE:
        emit(document, output, header=HEADER, rows=[(each.description, each.error or "-") for each in operations])


def _document(trial: Trial) -> dict[str, object]:
    remaining = None if trial.remaining is None else round(trial.remaining.total_seconds(), 1)
    return {
        "id": trial.id,
        "confirmed": trial.confirmed,
        "remainingSeconds": remaining,
        "operations": list(trial.operations),
    }


def _say_trial(trial: Trial | None) -> None:
    if trial is None:
        return
    if trial.remaining is None:
        say(f"plan {trial.id} holds beside the machine config; `talos network revert` takes it back")
        return
    left = f"{trial.remaining.total_seconds():.0f} s"
    say(f"plan {trial.id} is on trial: reverted in {left} unless `talos network confirm` comes before")


def _leave_if_failed(operations: Iterable[Operation]) -> None:
    if any(each.error for each in operations):
        raise typer.Exit(1)
