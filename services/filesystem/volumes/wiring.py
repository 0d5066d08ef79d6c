"""How the volumes of a node are put together: in files where it is a container, on partitions where it has some."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from libtalos.component.runtime import Runtime
from libtalos.mounts import Facts, MountTable, View
from libtalos.mounts.rows import LABEL_MAX
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.definitions.volumes import VolumeType
from libtalos.resources.mirror import mirror_of
from services.filesystem.disks.look import Look, Seen
from services.filesystem.keeper import TreeKeeper
from services.filesystem.settings import Settings
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.keeper import VolumeKeeper
from services.filesystem.volumes.known import KnownDisks, OnDisks, OnPartitions
from services.filesystem.volumes.partitions import EitherPlace, Find, Makes, Part, PartitionPlace
from services.filesystem.volumes.places import FoundPlace, ImagePlace
from services.filesystem.volumes.requests import RequestFile, Requests
from services.filesystem.volumes.resources import VolumePublisher
from services.filesystem.volumes.seen import Location
from services.filesystem.volumes.system import system_volumes
from services.filesystem.volumes.user import UserVolumes, asked, image_place, options, target_of
from services.filesystem.volumes.wanted import Volume

if TYPE_CHECKING:
    from libtalos.config.volumes import UserVolumeConfig

SYS: Final = Path("/sys")
META: Final = "META"
META_IMAGE: Final = "/system/disks/META.img"
REQUESTS: Final = "run/talos/volumes.json"  # on a file system that a reboot empties
# A full disk or a missing program passes by somebody's hand or not at all; seconds.
RETRIES: Final = BackoffPolicy(first=0.5, limit=30.0)


class Volumes(NamedTuple):
    """The volumes of a node: what keeps them, and how that begins. In its turn nobody else opens the disks."""

    runtime: Runtime
    container: bool
    turn: asyncio.Lock
    disks: KnownDisks
    keeper: VolumeKeeper
    user: UserVolumes

    @classmethod
    def of(cls, runtime: Runtime, settings: Settings, table: MountTable, facts: Facts, tree: TreeKeeper) -> "Volumes":
        """Put them together. Raises OSError if it cannot be read what a predecessor was asked for."""
        look = Look(sys=SYS, dev=settings.root / "dev", make_nodes=not settings.container)
        disks = KnownDisks(look)
        turn = asyncio.Lock()
        keeper = VolumeKeeper(
            system=node_volumes(settings, table, facts, disks.find),
            requests=Requests(RequestFile(settings.root / REQUESTS)),
            look=partial(View.take, settings.root),
            publish=VolumePublisher(runtime.store),
            policy=RETRIES,
            turns=(turn, tree.turn),  # in this order: to provision a disk takes long
            down=lambda: tree.down,
            clock=runtime.clock,
            log=runtime.log,
        )
        place = partial(image_place, facts=facts) if settings.container else partial(machine_place, look, disks)
        user = UserVolumes(want=keeper.want, partition=place, facts=facts, log=runtime.log)
        return cls(runtime, settings.container, turn, disks, keeper, user)

    async def start(self) -> None:
        """Begin, and return when the volumes that every node has are ready and mounted."""
        self.runtime.tasks.spawn("volumes", self.keeper.run())
        await self.keeper.system_ready.wait()

    def follow(self) -> None:
        """Follow the machine config, for the user volumes."""
        channel = self.runtime.bus.channel("init")
        watch = mirror_of(channel, MachineConfigSpec, changed=self.user.take, log=self.runtime.log)
        self.runtime.tasks.spawn("watch config", watch.run())

    def disks_changed(self, seen: Seen) -> None:
        """Look for volumes on the disks. Those of a container are its host's: no volume is on them."""
        if not self.container:
            self.disks.known = seen
            self.keeper.look_again()


def node_volumes(settings: Settings, table: MountTable, facts: Facts, find: Find) -> tuple[Volume, ...]:
    """Return the volumes that this node has in any case."""
    if settings.container:
        return system_volumes(table.rows, facts=facts, meta=FoundPlace(meta_image))
    meta = FoundPlace(lambda _view: _location(find(META)))
    found = system_volumes(table.rows, facts=facts, meta=meta)
    return tuple(_on_partition(volume, find) for volume in found)


def machine_place(look: Look, disks: KnownDisks, config: "UserVolumeConfig") -> PartitionPlace:
    """Return where a user volume is on a machine: on a partition of its own, or a disk; either is made if it is not."""
    wish = asked(config)
    if config.type == VolumeType.DISK:
        find: Find = partial(disks.find_disk, longest=LABEL_MAX[wish.filesystem])
        makes: Makes = OnDisks(look=look, sys=SYS, changed=disks.changed)
    else:
        find, makes = disks.find, OnPartitions(look=look, sys=SYS, changed=disks.changed)
    return PartitionPlace(wish, target_of(config), options(config), find, makes)


def meta_image(view: View) -> Location | None:
    """Return the file that is META in a container, None before the first write."""
    status = view.status(META_IMAGE)
    return Location(META_IMAGE, status.st_size, "talosmeta") if status else None


def _location(part: Part | None) -> Location | None:
    return part.location if part else None


def _on_partition(volume: Volume, find: Find) -> Volume:
    """Return a volume of the table as one that is on a partition of its label, where there is one."""
    if not isinstance(volume.place, ImagePlace):
        return volume
    row = volume.place.row
    part = PartitionPlace(Asked(row.label), row.target, row.options, find)
    return volume._replace(place=EitherPlace(part, volume.place))
