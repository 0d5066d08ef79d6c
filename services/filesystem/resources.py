"""What the component knows, as resources: mounts of the table, declared files under /etc, values of META."""

import asyncio
from collections.abc import Mapping
from typing import Final

from libtalos.resources.definitions.runtime import EtcFileStatus, MetaKey, MetaLoaded, MountStatus
from libtalos.resources.store import ResourceStore
from services.filesystem.etcfiles import EtcFiles
from services.filesystem.tree import MountTree, NamedMount

META_LOADED: Final = "meta-loaded"  # as upstream


class Publisher:
    """Publishes what is seen. What did not change makes no event."""

    def __init__(self, *, store: ResourceStore, tree: MountTree, etc_files: EtcFiles) -> None:
        """Take the store and what to look at."""
        self._store = store
        self._tree = tree
        self._etc_files = etc_files

    async def publish_mounts(self) -> None:
        """Publish a MountStatus for each mount of the table that is in place."""
        mounts = await asyncio.to_thread(self._tree.in_place)
        self._store.replace(MountStatus, {mount.name: mount_status(mount) for mount in mounts})

    async def publish_etc_files(self) -> None:
        """Publish an EtcFileStatus for each declared file that is there."""
        digests = await asyncio.to_thread(self._etc_files.digests)
        self._store.replace(EtcFileStatus, {name: EtcFileStatus(spec_version=text) for name, text in digests.items()})

    def publish_meta(self, values: Mapping[int, bytes]) -> None:
        """Publish a MetaKey for each value by key, and that these are all."""
        self._store.replace(MetaKey, {meta_id(key): meta_key(value) for key, value in values.items()})
        self._store.put(META_LOADED, MetaLoaded(done=True))


def mount_status(named: NamedMount) -> MountStatus:
    """Return the resource of a mount."""
    mount = named.mount
    # The kernel tells the mount's own options and those of the file system apart; "rw" may stand in both.
    options = tuple(dict.fromkeys((*mount.options, *mount.super_options)))
    return MountStatus(source=mount.source, target=named.target, filesystem_type=mount.fstype, options=options)


def meta_id(key: int) -> str:
    """Return the id of a key's resource, as upstream writes it."""
    return f"{key:#04x}"


def meta_key(value: bytes) -> MetaKey:
    """Return the resource of a value."""
    return MetaKey(value=value.decode(errors="replace"))
