"""What the filesystem component is: contracts, resources, privileges."""

from libtalos.component.declaration import Declaration, Uses
from libtalos.resources.definitions.runtime import EtcFileStatus, MetaKey, MetaLoaded, MountStatus
from services.filesystem.disks.resources import PUBLISHES as DISKS
from services.filesystem.volumes.resources import PUBLISHES as VOLUMES

DECLARATION = Declaration(
    name="filesystem",
    summary="The owner of every mount, file and disk of the node.",
    serves=("talos.filesystem.v1",),
    # the machine config, for its user volumes, and for the disk where none is named
    uses=(Uses("init", "talos.resource.v1"),),
    publishes=(MountStatus, EtcFileStatus, MetaKey, MetaLoaded, *DISKS, *VOLUMES),
    capabilities=(
        "CAP_CHOWN",
        "CAP_DAC_OVERRIDE",
        "CAP_DAC_READ_SEARCH",
        "CAP_FOWNER",
        "CAP_FSETID",
        "CAP_MKNOD",
        "CAP_SYS_ADMIN",
    ),
)
