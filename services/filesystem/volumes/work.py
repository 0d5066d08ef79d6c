"""Taking volumes as far as they get: step by step, parents first, each step as a whole or not at all. Blocks."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from libtalos.mounts import Operation, View
from libtalos.resources.definitions.volumes import VolumePhase
from services.filesystem.volumes.machine import next_step
from services.filesystem.volumes.seen import Status
from services.filesystem.volumes.wanted import Volume

Report = Callable[[str, Status], None]


class VolumeError(Exception):
    """A step of a volume failed; the message says which one and why."""

    def __init__(self, step: str, cause: Exception) -> None:
        reason = cause.strerror or str(cause) if isinstance(cause, OSError) else str(cause)
        super().__init__(f"cannot {step}: {reason}")


class Wanted(NamedTuple):
    """The volumes in the order of their mounts, those to be mounted, and those to be left alone for now."""

    volumes: tuple[Volume, ...]
    mounted: Collection[str]
    resting: Collection[str] = ()


class Worker:
    """Carries out. done is told each operation, report each state of a volume, both from the thread that works."""

    def __init__(self, *, look: Callable[[], View], done: Callable[[str, Operation], None], report: Report) -> None:
        """Take the eyes and whom to tell."""
        self._look = look
        self._done = done
        self._report = report
        self._view: View | None = None

    def settle(self, wanted: Wanted, seen: Mapping[str, Status]) -> dict[str, Status]:
        """Take every volume as far as it gets, and return the states of all. A failure is a state like any other."""
        self._view = None
        states = {volume.id: seen.get(volume.id, Status()) for volume in wanted.volumes}
        for wave in sorted({volume.wave for volume in wanted.volumes}):
            of_wave = [volume for volume in wanted.volumes if volume.wave == wave]
            for volume in of_wave:
                if volume.id not in wanted.resting and _usable(volume.parent, states):
                    self._settle(volume, states, mount=volume.id in wanted.mounted)
            if not complete(of_wave, states, wanted.mounted):
                break
        return states

    def close(self, volume: Volume, status: Status) -> Status:
        """Unmount a volume that nobody uses; what is in it stays."""
        self._view = None
        try:
            self._perform(volume, volume.place.unmount(self._see()))
        except (OSError, ValueError, VolumeError) as error:
            return status.failed(_text(error))
        return Status(phase=VolumePhase.CLOSED, location=status.location)

    def _settle(self, volume: Volume, states: dict[str, Status], *, mount: bool) -> None:
        status = states[volume.id]
        try:
            while (step := next_step(volume, status, self._see())) is not None:
                self._perform(volume, step.operations)
                status = self._tell(volume, states, step.after(status))
            if status.phase is VolumePhase.READY:
                self._mount(volume, states, mount=mount)
        except (OSError, ValueError, VolumeError) as error:
            self._tell(volume, states, states[volume.id].failed(_text(error)))

    def _mount(self, volume: Volume, states: dict[str, Status], *, mount: bool) -> None:
        place = volume.place
        steps = place.mount(self._see()) if mount else place.unmount(self._see())
        if steps and states[volume.id].mounted:
            self._tell(volume, states, states[volume.id]._replace(mounted=False, source=""))  # somebody unmounted it
        self._perform(volume, steps)
        source = place.source(self._see()) if place.target else ""
        self._tell(volume, states, states[volume.id]._replace(mounted=mount and bool(place.target), source=source))

    def _perform(self, volume: Volume, operations: Iterable[Operation]) -> None:
        done: list[Operation] = []
        for operation in operations:
            self._view = None  # what was seen is out of date
            try:
                operation.execute()
            except OSError as error:
                _undo(done)
                raise VolumeError(operation.describe(), error) from error
            done.append(operation)
            self._done(volume.id, operation)

    def _see(self) -> View:
        if self._view is None:
            self._view = self._look()
        return self._view

    def _tell(self, volume: Volume, states: dict[str, Status], status: Status) -> Status:
        if status != states[volume.id]:
            states[volume.id] = status
            self._report(volume.id, status)
        return status


def complete(volumes: Iterable[Volume], states: Mapping[str, Status], mounted: Collection[str]) -> bool:
    """Return whether these volumes are ready, and mounted where they are to be; nobody waits for the optional ones."""
    return all(
        volume.optional
        or (
            volume.id in states
            and states[volume.id].phase is VolumePhase.READY
            and (states[volume.id].mounted or volume.id not in mounted)
        )
        for volume in volumes
    )


def _usable(parent: str, states: Mapping[str, Status]) -> bool:
    return not parent or (parent in states and states[parent].mounted)


def _undo(done: list[Operation]) -> None:
    for operation in reversed(done):
        with suppress(OSError):  # the first failure is the news; what stays is planned around the next time
            operation.undo()


def _text(error: Exception) -> str:
    if isinstance(error, OSError) and not isinstance(error, VolumeError):
        return error.strerror or str(error)
    return str(error)
