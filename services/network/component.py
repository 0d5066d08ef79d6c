"""The declaration of the network component."""

from libtalos.component.declaration import Declaration, Uses
from services.network import names, resources

DECLARATION = Declaration(
    name="network",
    summary="Links, addresses, routes, names and resolvers: brings the kernel to what the machine config wants",
    serves=("talos.network.v1",),
    uses=(Uses("init", "talos.resource.v1"), Uses("filesystem", "talos.filesystem.v1")),
    publishes=(*resources.PUBLISHES, *names.PUBLISHES),
    # NET_BIND_SERVICE is for port 53, SYS_ADMIN is what sethostname(2) asks for
    capabilities=("CAP_NET_ADMIN", "CAP_NET_BIND_SERVICE", "CAP_SYS_ADMIN"),
)
