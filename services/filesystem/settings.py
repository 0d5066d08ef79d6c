"""What the environment says: where the tree is, where its table lies, how large volumes are to be made."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from libtalos.mounts import DEFAULT_PATH, MountTable
from libtalos.mounts.rows import VolumeRow
from libtalos.mounts.sizes import parse_size

CONTAINER: Final = "container"


class SettingsError(ValueError):
    """An environment variable that cannot be used; the message names it."""


class Settings(msgspec.Struct, frozen=True):
    """TALOS_ROOT: the root of the tree (default "/"). TALOS_MOUNT_TABLE: the mount table (default: the image's).

    PLATFORM: where the node runs (default "container"); a container sees the disks of its host and has none.
    """

    root: Path
    table: Path
    container: bool

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Settings":
        """Read the environment. Raises SettingsError."""
        root = Path(environment.get("TALOS_ROOT") or "/")
        if not root.is_absolute() or not root.is_dir():
            raise SettingsError(f"TALOS_ROOT={root}: has to be an absolute path of a directory")
        return cls(
            root=root.resolve(),
            table=Path(environment.get("TALOS_MOUNT_TABLE") or DEFAULT_PATH),
            container=(environment.get("PLATFORM") or CONTAINER) == CONTAINER,
        )


def volume_sizes(environment: Mapping[str, str], table: MountTable) -> dict[str, int]:
    """Return the sizes in bytes that TALOS_<label>_SIZE sets for volumes, by label. Raises SettingsError."""
    labels = [row.label for row in table.rows if isinstance(row, VolumeRow)]
    sizes = {}
    for label in labels:
        name = f"TALOS_{label}_SIZE"
        if not environment.get(name):
            continue
        try:
            sizes[label] = parse_size(environment[name])
        except ValueError as error:
            raise SettingsError(f"{name}: {error}") from error
    return sizes
