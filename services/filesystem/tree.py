"""The node's tree of mounts: wanted as the table has it, seen as the kernel has it."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import Facts, MountTable, Operation, Owner, View, carry_out, plan
from libtalos.mounts.rows import MountRow, OverlayRow, VolumeRow
from libtalos.mounts.sizes import format_size

MountingRow = MountRow | OverlayRow | VolumeRow


class NamedMount(msgspec.Struct, frozen=True):
    """A mount of the table that is in place. The name is its volume's label, or else its target."""

    name: str
    target: str
    mount: MountInfo


class MountTree:
    """Compares the table with the node and does what is missing. Its methods block: call them off the event loop."""

    def __init__(self, *, table: MountTable, look: Callable[[], View], facts: Facts) -> None:
        """Take the table, the eyes and the facts that rows need."""
        self._table = table
        self._rows = table.owned_by(Owner.FILESYSTEM)
        self._look = look
        self._facts = facts

    def missing(self) -> list[Operation]:
        """Return what this component would do now. Raises OSError."""
        return plan(self._rows, self._look(), self._facts)

    def complete(self) -> Iterator[Operation]:
        """Do what is missing and yield each operation when it is done. Raises StepError."""
        return carry_out(self._rows, look=self._look, facts=self._facts)

    def in_place(self) -> list[NamedMount]:
        """Return the mounts of the table that the kernel has now, whoever made them. Raises OSError."""
        view = self._look()
        wanted = [row for row in self._table.rows if isinstance(row, MountingRow)]
        seen = [(row, view.mounted(row.target)) for row in wanted]
        return [NamedMount(_name(row), row.target, mount) for row, mount in seen if mount is not None]

    def remarks(self) -> list[str]:
        """Return what differs from the wish and is left so: volumes that were made with another size."""
        return [remark for row in self._rows if isinstance(row, VolumeRow) for remark in self._size_remarks(row)]

    def _size_remarks(self, row: VolumeRow) -> Sequence[str]:
        status = self._look().status(row.image)
        wanted = self._facts.size(row)
        if status is None or status.st_size == wanted:
            return []
        has, wish = format_size(status.st_size), format_size(wanted)
        return [
            f"volume {row.label} has {has} and keeps them, though {wish} are asked for: it is sized when it is made"
        ]


def _name(row: MountingRow) -> str:
    return row.label if isinstance(row, VolumeRow) else row.target
