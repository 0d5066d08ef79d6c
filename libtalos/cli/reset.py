"""`talos reset`: wipe what a node keeps, and end it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from libtalos.bus.errors import InternalError
from libtalos.cli.confirming import YesOption, confirm
from libtalos.cli.ending import tell_end
from libtalos.cli.output import Output, OutputOption, emit, say
from libtalos.cli.target import Target, node_command
from libtalos.gen.machine import MachineServiceStub, ResetPartitionSpec, ResetRequest, ResetRequestWipeMode


class Mode(StrEnum):
    """What is wiped, by upstream's names."""

    ALL = "all"
    SYSTEM_DISK = "system-disk"
    USER_DISKS = "user-disks"


_MODES = {
    Mode.ALL: ResetRequestWipeMode.ALL,
    Mode.SYSTEM_DISK: ResetRequestWipeMode.SYSTEM_DISK,
    Mode.USER_DISKS: ResetRequestWipeMode.USER_DISKS,
}


@node_command
async def reset(
    target: Target,
    *,
    graceful: Annotated[bool, typer.Option(help="Let services stop as slowly as they want to.")] = True,
    reboot: Annotated[bool, typer.Option("--reboot", help="Reboot instead of ending; a container ends.")] = False,
    labels: Annotated[
        list[str] | None,
        typer.Option("--system-labels-to-wipe", metavar="LABEL", help="Wipe only these volumes; default: all."),
    ] = None,
    disks: Annotated[
        list[str] | None, typer.Option("--user-disks-to-wipe", metavar="DEVICE", help="Wipe these disks, too.")
    ] = None,
    mode: Annotated[Mode, typer.Option("--wipe-mode", help="What is wiped.")] = Mode.ALL,
    wait: Annotated[bool, typer.Option(help="Tell the progress until the node is gone.")] = True,
    yes: YesOption = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """Wipe what a node keeps, and end it.

    Its next start is its first.

    Example: talos reset --system-labels-to-wipe EPHEMERAL --yes
    """
    what = ", ".join(_listed(labels)) or "everything that it keeps"
    confirm(f"Reset {target.name}, and wipe {what}?", yes=yes)
    request = ResetRequest(
        graceful=graceful,
        reboot=reboot,
        system_partitions_to_wipe=[ResetPartitionSpec(label=label, wipe=True) for label in _listed(labels)],
        user_disks_to_wipe=_listed(disks),
        mode=_MODES[mode],
    )
    with target.bus() as channels:
        reply = await channels.channel("api").stub(MachineServiceStub).reset(request)
        actor_id = next(message.actor_id for message in reply.messages)
        say(f"{target.name}: reset sequence {actor_id}")
        if wait:
            failure = await tell_end(channels, target.name, actor_id, end="reset")
            if failure:
                raise InternalError(f"{target.name} was not reset: {failure}")
    emit(
        {"node": target.name, "actorId": actor_id},
        output,
        header=("NODE", "ACTOR ID"),
        rows=[(target.name, actor_id)],
    )


def _listed(values: list[str] | None) -> list[str]:
    """Return the values of an option that is given several times, or once with commas, as upstream's are."""
    return [part for value in values or () for part in value.split(",") if part]
