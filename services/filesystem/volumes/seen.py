"""What is seen of a volume: how far it is, where it is, what went wrong."""

from typing import Final, NamedTuple

from libtalos.resources.definitions.volumes import VolumePhase


class Location(NamedTuple):
    """Where a volume is; size in bytes, the rest as far as there is such a thing."""

    path: str
    size: int = 0
    filesystem: str = ""
    uuid: str = ""
    parent: str = ""
    partition_uuid: str = ""
    partition_index: int = 0


NOWHERE: Final = Location("")


class Status(NamedTuple):
    """The state of one volume. source is what the kernel has mounted, empty if it is not mounted.

    before is the phase in which it failed, where phase is failed.
    """

    phase: VolumePhase = VolumePhase.WAITING
    location: Location = NOWHERE
    mounted: bool = False
    source: str = ""
    before: VolumePhase | None = None
    error: str = ""

    def failed(self, error: str) -> "Status":
        """Return the state after a failure in this phase."""
        return self._replace(phase=VolumePhase.FAILED, before=self.before or self.phase, error=error)
