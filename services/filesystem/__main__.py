"""Composition root of the filesystem component."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from libtalos.component.run import run
from libtalos.component.runtime import Assembly, Runtime
from libtalos.linux.mountinfo import MountWatch
from libtalos.linux.placewatch import PlaceWatch
from libtalos.mounts import Facts, MountTable, Owner, TableError, View, load
from libtalos.mounts.rows import DirectoryRow, LinkRow, NodeRow
from libtalos.resources.backoff import Backoff, BackoffPolicy
from services.filesystem.closing import Closing
from services.filesystem.component import DECLARATION
from services.filesystem.disks.composition import SYS, disk_desk, disk_keeper
from services.filesystem.disks.look import Look
from services.filesystem.etcfiles import EtcFiles
from services.filesystem.keeper import TreeKeeper
from services.filesystem.lifecycle import Lifecycle
from services.filesystem.meta.keeper import MetaKeeper
from services.filesystem.meta.places import LABEL, FilePlace, PartitionPlace
from services.filesystem.meta.values import Place, Values
from services.filesystem.planmessages import repair_event
from services.filesystem.resources import Publisher
from services.filesystem.rpc import FilesystemRpc
from services.filesystem.settings import Settings, SettingsError, volume_sizes
from services.filesystem.statistics import mount_usage
from services.filesystem.tree import MountTree
from services.filesystem.volumes.user import MOUNTS as USER_VOLUMES
from services.filesystem.volumes.wiring import Volumes
from services.filesystem.wipe.composition import wipe_desk


def compose(runtime: Runtime) -> Assembly:
    """Build the component. Exits with status 2 if the environment or the table cannot be used."""
    try:
        return _compose(runtime)
    except (SettingsError, TableError, OSError) as error:
        runtime.log.error("cannot start", error=str(error))  # noqa: TRY400 - the message says it all
        raise SystemExit(2) from error


def _compose(runtime: Runtime) -> Assembly:
    settings = Settings.of(runtime.environment)
    table = load(settings.table)
    written: dict[str, bytes] = {}
    facts = Facts(sizes=volume_sizes(runtime.environment, table), dev=settings.root / "dev", written=written.get)
    look = partial(View.take, settings.root)
    tree = MountTree(table=table, look=look, facts=facts)
    etc_files = EtcFiles(rows=table.files(), root=settings.root, written=written, bring_about=tree.bring_about)
    publisher = Publisher(store=runtime.store, tree=tree, etc_files=etc_files)
    closing = Closing(rows=table.owned_by(Owner.FILESYSTEM), look=look, below=USER_VOLUMES)
    keeper = TreeKeeper(tree=tree, etc_files=etc_files, closing=closing, log=runtime.log)
    volumes = Volumes.of(runtime, settings, table, facts, keeper)

    def publish_meta(values: Mapping[int, bytes]) -> None:
        publisher.publish_meta(values)
        volumes.keeper.look_again()  # the first write makes META

    meta = MetaKeeper(values=Values(meta_place(settings)), publish=publish_meta, log=runtime.log)
    lifecycle = Lifecycle(
        keeper=keeper,
        publisher=publisher,
        volumes=volumes.start,
        settled=volumes.keeper.look_again,
        mounts=MountWatch,
        places=partial(place_watch, table, settings.root),
        repaired=lambda repair: runtime.events.publish(repair_event(repair)),
        backoff=Backoff(BackoffPolicy()),
        spawn=runtime.tasks.spawn,
        clock=runtime.clock,
        log=runtime.log,
    )
    disks = disk_keeper(runtime, settings, changed=volumes.disks_changed, turn=volumes.turn)
    wipe = wipe_desk(
        settings=settings,
        table=table,
        view=look,
        quiet=disks.paused,
        unmount=keeper.unmount,
        sys=SYS,
        log=runtime.log,
    )
    rpc = FilesystemRpc(
        root=settings.root,
        tree=tree,
        keeper=keeper,
        publisher=publisher,
        usage=partial(mount_usage, look, runtime.log.warning),
        meta=meta,
        disks=disk_desk(runtime, settings, disks),
        volumes=volumes.keeper,
        user_volumes=volumes.user,
        wipe=wipe,
        complete=lifecycle.complete,
    )

    async def start() -> None:
        await lifecycle.start()
        await meta.look()
        runtime.tasks.spawn("disks", disks.run())
        volumes.follow()

    return Assembly(handlers=[rpc], start=start)


def place_watch(table: MountTable, root: Path) -> PlaceWatch:
    """Return a watch of all that the table declares beside mounts, of which the kernel itself tells."""
    places = [row.target for row in table.rows if isinstance(row, DirectoryRow | LinkRow | NodeRow)]
    files = [row.source for row in table.files()]
    return PlaceWatch(root=root, places=_below(root, places), files=_below(root, files))


def _below(root: Path, paths: Iterable[str]) -> list[Path]:
    return [root / path.lstrip("/") for path in paths]


def meta_place(settings: Settings) -> Place:
    """Return where META is: a partition, or in a container, which has no disks of its own, a file beside EPHEMERAL."""
    if settings.container:
        return FilePlace(settings.root / "system/disks/META.img")
    disks = Look(sys=SYS, dev=settings.root / "dev", make_nodes=True)
    return PartitionPlace(partial(disks.labelled, LABEL))


if __name__ == "__main__":
    run(DECLARATION, compose)
