"""The part of the composition that is about disks."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from libtalos.component.runtime import Runtime
from services.filesystem.disks import udev
from services.filesystem.disks.desk import DiskDesk
from services.filesystem.disks.keeper import DiskKeeper
from services.filesystem.disks.kernelnews import KernelNews
from services.filesystem.disks.look import Look, Seen
from services.filesystem.disks.resources import publish
from services.filesystem.settings import Settings

if TYPE_CHECKING:
    from services.filesystem.disks.provisioner import Provisioner
    from services.filesystem.disks.wishes import ConfigSource

SYS: Final = Path("/sys")


def disk_keeper(
    runtime: Runtime, settings: Settings, *, changed: Callable[[Seen], None], turn: asyncio.Lock
) -> DiskKeeper:
    """Return what follows the disks, through udevd or through the kernel alone.

    changed is told what each look found; turn is shared with others who open the disks.
    """
    udevd = udev.found(runtime.log)
    look = Look(
        sys=SYS,
        dev=settings.root / "dev",
        make_nodes=not settings.container,
        enrich=udevd.enrich if udevd else lambda device: device,
    )

    def show(seen: Seen) -> None:
        publish(runtime.store, seen, container=settings.container)
        changed(seen)

    return DiskKeeper(
        look=look,
        publish=show,
        news=(lambda: udevd) if udevd else partial(KernelNews, settings.root / "dev"),
        turn=turn,
        log=runtime.log,
    )


def disk_desk(runtime: Runtime, settings: Settings, keeper: DiskKeeper) -> DiskDesk:
    """Return what provisions disks."""
    return DiskDesk(
        provisioner=partial(_provisioner, settings),
        config=partial(_config, runtime),
        quiet=keeper.paused,
        log=runtime.log,
    )


def _config(runtime: Runtime) -> "ConfigSource":
    from libtalos.resources.client import ResourceClient  # noqa: PLC0415 - as below

    return ResourceClient(runtime.bus.channel("init"))


def _provisioner(settings: Settings) -> "Provisioner":
    from services.filesystem.disks.provisioner import Provisioner  # noqa: PLC0415 - for a request that hardly ever comes

    dev = settings.root / "dev"
    look = Look(sys=SYS, dev=dev, make_nodes=True)
    return Provisioner(look=look, sys=SYS, dev=dev, container=settings.container)
