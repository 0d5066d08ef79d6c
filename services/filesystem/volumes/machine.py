"""The state machine of a volume: from what is wanted and what is seen to the next step. Nothing here changes anything.

    waiting ──► located ──► provisioned ──► prepared ──► ready ──► closed
       └──────► missing ────────┘

A failure in any phase leads to failed, and the next try begins like waiting: everything is looked at anew.
"""

import errno
from typing import NamedTuple

from libtalos.mounts import Operation, View
from libtalos.resources.definitions.volumes import VolumePhase
from services.filesystem.volumes.seen import Location, Status
from services.filesystem.volumes.wanted import Volume


class Step(NamedTuple):
    """What to do next: the operations, and the phase after them. location is None if it stays the known one."""

    phase: VolumePhase
    operations: list[Operation]
    location: Location | None = None

    def after(self, status: Status) -> Status:
        """Return the state when the operations are done."""
        location = self.location or status.location
        return Status(phase=self.phase, location=location, mounted=status.mounted, source=status.source)


def next_step(volume: Volume, status: Status, view: View) -> Step | None:
    """Return the next step, None if there is none to take. Raises OSError if it cannot look."""
    match status.phase:
        case VolumePhase.WAITING | VolumePhase.FAILED:
            location = volume.place.locate(view)
            if location is None and status.before is VolumePhase.READY and status.location.path:
                # what was in use is not made anew elsewhere: it would be there again, and empty
                raise FileNotFoundError(errno.ENOENT, f"{status.location.path} has gone: it is taken when it is back")
            return _found(location) or Step(VolumePhase.MISSING, [])
        case VolumePhase.MISSING:
            made = volume.place.provision(view)
            return _found(volume.place.locate(view)) if made is None else Step(VolumePhase.PROVISIONED, made)
        case VolumePhase.LOCATED:
            return Step(VolumePhase.PROVISIONED, [])
        case VolumePhase.PROVISIONED:
            return Step(VolumePhase.PREPARED, volume.place.prepare(view))
        case VolumePhase.PREPARED:
            return Step(VolumePhase.READY, [], volume.place.locate(view))
        case _:
            return None


def _found(location: Location | None) -> Step | None:
    """Return the step to what was found. What its mount alone makes, such as a directory, is ready, as upstream."""
    if location is None:
        return None
    return Step(VolumePhase.LOCATED if location.path else VolumePhase.READY, [], location)
