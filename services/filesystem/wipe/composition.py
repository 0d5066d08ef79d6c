"""What wipes, put together with the first request."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from libtalos.mounts import MountTable, View
from services.filesystem.disks.look import Look
from services.filesystem.settings import Settings
from services.filesystem.wipe.desk import WipeDesk

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from services.filesystem.wipe.volumes import Volumes
    from services.filesystem.wipe.wiper import Wiper


def wipe_desk(
    *,
    settings: Settings,
    table: MountTable,
    view: Callable[[], View],
    quiet: "Callable[[], AbstractAsyncContextManager[None]]",
    unmount: Callable[[], Awaitable[list[str]]],
    sys: Path,
    log: structlog.stdlib.BoundLogger,
) -> WipeDesk:
    """Return what wipes; in quiet nobody else looks at the disks, unmount takes the tree down."""
    disks = Look(sys=sys, dev=settings.root / "dev", make_nodes=not settings.container)

    def wiper() -> "Wiper":
        from libtalos.linux.blockusers import BlockUsers  # noqa: PLC0415 - see the desk
        from services.filesystem.wipe.wiper import Wiper  # noqa: PLC0415 - see the desk

        dev = settings.root / "dev"
        return Wiper(look=disks, sys=sys, dev=dev, container=settings.container, users=BlockUsers(sys=sys))

    def volumes() -> "Volumes":
        from services.filesystem.wipe.volumes import Images, Partitions, places  # noqa: PLC0415 - see the desk

        if settings.container:
            return Images(known=places(table.rows), kept={row.target for row in table.rows}, look=view)
        return Partitions(look=disks, wiper=wiper())

    return WipeDesk(wiper=wiper, volumes=volumes, quiet=quiet, unmount=unmount, log=log)
