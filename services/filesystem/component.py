"""What the filesystem component is: contracts, resources, privileges."""

from libtalos.component.declaration import Declaration, Uses
from libtalos.resources.definitions.runtime import EtcFileStatus, MetaKey, MetaLoaded, MountStatus
from services.filesystem.disks.resources import PUBLISHES as DISKS

DECLARATION = Declaration(
    name="filesystem",
    summary="The owner of every mount, file and disk of the node.",
    serves=("talos.filesystem.v1",),
    # where no disk is named the machine config is asked
    uses=(Uses("init", "talos.resource.v1"),),
    publishes=(MountStatus, EtcFileStatus, MetaKey, MetaLoaded, *DISKS),
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
