"""What is wanted of a volume, as a value; what is seen of it is in `seen`."""

from typing import Final, NamedTuple

from libtalos.resources.definitions.volumes import VolumeType
from services.filesystem.volumes.places import Place

# as upstream numbers them: a wave begins when all volumes of those before it are ready
SYSTEM_WAVE: Final = -1
USER_WAVE: Final = 0


class Volume(NamedTuple):
    """A volume that is wanted. parent is the id of the volume that it is mounted below.

    optional: others do not wait for it; it may stay missing, as META does before an installation.
    """

    id: str
    type: VolumeType
    place: Place
    wave: int
    parent: str = ""
    optional: bool = False
