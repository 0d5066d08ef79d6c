"""The declaration of the network component."""

from libtalos.component.declaration import Declaration, Uses
from services.network import names, resources, timeresources
from services.network.firewall.wiring import PUBLISHES as FIREWALL
from services.network.operators.wiring import PUBLISHES as OPERATORS
from services.network.probes.resources import PUBLISHES as PROBES

DECLARATION = Declaration(
    name="network",
    summary="Links, addresses, routes, DHCP, names, time, firewall: makes the kernel's what the machine config says",
    serves=("talos.network.v1",),
    uses=(Uses("init", "talos.resource.v1"), Uses("filesystem", "talos.filesystem.v1")),
    publishes=(*resources.PUBLISHES, *names.PUBLISHES, *timeresources.PUBLISHES, *FIREWALL, *OPERATORS, *PROBES),
    # NET_BIND_SERVICE is for ports 53, 68 and 546, NET_RAW for DHCP, SYS_ADMIN is what sethostname(2) asks for,
    # and setns(2), SYS_PTRACE is for whose the sockets are
    capabilities=(
        "CAP_NET_ADMIN",
        "CAP_NET_BIND_SERVICE",
        "CAP_NET_RAW",
        "CAP_SYS_ADMIN",
        "CAP_SYS_PTRACE",
        "CAP_SYS_TIME",
    ),
)
