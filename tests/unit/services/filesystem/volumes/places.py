"""Places that a test makes up, and a view of nothing."""

import errno
from pathlib import Path

from libtalos.mounts import View
from libtalos.resources.definitions.volumes import VolumeType
from services.filesystem.volumes.places import Steps
from services.filesystem.volumes.seen import Location
from services.filesystem.volumes.wanted import SYSTEM_WAVE, Volume


class Step:
    """An operation that notes that it was done, or fails."""

    def __init__(self, place: "MadeUp", name: str) -> None:
        self._place = place
        self._name = name

    def describe(self) -> str:
        return f"{self._name} {self._place.name}"

    def execute(self) -> None:
        if self._name in self._place.faults:
            raise OSError(errno.ENOSPC, "No space left on device")
        self._place.done.append(self._name)

    def undo(self) -> None:
        self._place.done.append(f"undo {self._name}")


class MadeUp:
    """A volume that is there once it was made; `faults` are the steps that fail."""

    def __init__(self, name: str, *, there: bool = False, makeable: bool = True) -> None:
        self.name = name
        self.there = there
        self.makeable = makeable
        self.faults: set[str] = set()
        self.done: list[str] = []

    @property
    def target(self) -> str:
        return f"/{self.name}"

    @property
    def _mounted(self) -> bool:
        return self.done.count("mount") > self.done.count("unmount")

    def locate(self, view: View) -> Location | None:
        if "look" in self.faults:
            raise OSError(errno.EIO, "Input/output error")
        return Location(f"/disk/{self.name}", 5) if self.there or "make" in self.done else None

    def provision(self, view: View) -> Steps | None:
        return [Step(self, "room"), Step(self, "make")] if self.makeable else None

    def prepare(self, view: View) -> Steps:
        return [] if "format" in self.done else [Step(self, "format")]

    def mount(self, view: View) -> Steps:
        if "lost" in self.faults:
            raise OSError(errno.ENODEV, "No such device")
        return [] if self._mounted else [Step(self, "mount")]

    def unmount(self, view: View) -> Steps:
        return [Step(self, "unmount")] if self._mounted else []

    def source(self, view: View) -> str:
        return f"/dev/{self.name}" if self._mounted else ""


def look() -> View:
    """See nothing."""
    return View(Path("/"), ())


def volume(place: MadeUp, *, parent: str = "", wave: int = SYSTEM_WAVE, optional: bool = False) -> Volume:
    """The volume in a place."""
    return Volume(place.name, VolumeType.PARTITION, place, wave, parent, optional)
