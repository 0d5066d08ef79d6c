"""The declaration of the network component."""

from libtalos.component.declaration import Declaration, Uses
from services.network import names, resources
from services.network.firewall.wiring import PUBLISHES as FIREWALL

DECLARATION = Declaration(
    name="network",
    summary="Links, addresses, routes, names, resolvers, firewall: makes the kernel's what the machine config says",
    serves=("talos.network.v1",),
    uses=(Uses("init", "talos.resource.v1"), Uses("filesystem", "talos.filesystem.v1")),
    publishes=(*resources.PUBLISHES, *names.PUBLISHES, *FIREWALL),
    # NET_BIND_SERVICE is for port 53, SYS_ADMIN is what sethostname(2) asks for
    capabilities=("CAP_NET_ADMIN", "CAP_NET_BIND_SERVICE", "CAP_SYS_ADMIN"),
)
