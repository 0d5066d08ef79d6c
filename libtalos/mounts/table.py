"""The mount table: a TOML file with rows in the order in which they are brought about."""

import tomllib
from pathlib import Path
from typing import Final

import msgspec

from libtalos.mounts.rows import AnyRow, FileRow, Owner

# where the image has its copy of rootfs/mounts.toml
DEFAULT_PATH: Final = Path("/usr/share/talos/mounts.toml")


class TableError(ValueError):
    """A mount table that cannot be used; the message names the file and the row."""


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    row: tuple[AnyRow, ...]


class MountTable(msgspec.Struct, frozen=True):
    """The rows, in order."""

    rows: tuple[AnyRow, ...]

    def owned_by(self, owner: Owner) -> tuple[AnyRow, ...]:
        """Return the rows that this component brings about."""
        return tuple(row for row in self.rows if row.owner is owner)

    def files(self) -> tuple[FileRow, ...]:
        """Return the declared files under /etc."""
        return tuple(row for row in self.rows if isinstance(row, FileRow))


def load(path: Path = DEFAULT_PATH) -> MountTable:
    """Read a table. Raises OSError if it cannot be read, TableError if it is not sound."""
    return parse(path.read_text(), where=str(path))


def parse(text: str, where: str) -> MountTable:
    """Parse a table. Raises TableError that says where it is wrong."""
    try:
        document = msgspec.convert(tomllib.loads(text), _Document)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TableError(f"{where}: {error}") from error
    _reject_doubles(document.row, where)
    return MountTable(document.row)


def _reject_doubles(rows: tuple[AnyRow, ...], where: str) -> None:
    seen: set[tuple[type[AnyRow], str]] = set()
    for number, row in enumerate(rows):
        key = (type(row), row.target)
        if key in seen:
            raise TableError(f"{where}: row {number}: {row.target} has a row of this kind already")
        seen.add(key)
