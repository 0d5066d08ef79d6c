"""What it takes to have a volume, told without doing it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from libtalos.mounts import View, filesystems
from services.filesystem.volumes.partitions import PartitionPlace
from services.filesystem.volumes.places import ImagePlace
from services.filesystem.volumes.wanted import Volume


class Planned(NamedTuple):
    """A volume, where it is, empty if it is not there yet, the steps that are missing, and why there is no way."""

    volume: Volume
    location: str = ""
    steps: tuple[str, ...] = ()
    error: str = ""


def planned(volumes: Iterable[Volume], look: Callable[[], View]) -> list[Planned]:
    """Return what each volume takes now. Blocks. Raises OSError, ValueError if it cannot look at the mounts."""
    view = look()
    return [_planned(volume, view) for volume in volumes]


def _planned(volume: Volume, view: View) -> Planned:
    try:
        location = volume.place.locate(view)
        if location is None:
            return Planned(volume, steps=tuple(_from_nothing(volume, view)))
        steps = (*volume.place.prepare(view), *volume.place.mount(view))
    except (OSError, ValueError) as error:
        text = error.strerror if isinstance(error, OSError) else None
        return Planned(volume, error=text or str(error))
    return Planned(volume, location.path, tuple(step.describe() for step in steps))


def _from_nothing(volume: Volume, view: View) -> Iterator[str]:
    """Yield the steps that make a volume; those after them need what these have made, and are told in words."""
    place = volume.place
    yield from (step.describe() for step in place.provision(view) or ())
    if isinstance(place, PartitionPlace):
        name = filesystems.named(place.asked.filesystem)
        if volume.type.value == "partition":
            yield f"make {name} in it, label {place.asked.label}"
        yield f"mount {name} at {view.path(place.target)}"
    elif isinstance(place, ImagePlace):
        yield f"mount {filesystems.named(place.row.type)} at {view.path(place.target)}"
