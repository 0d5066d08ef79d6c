"""What the network's operators do: clients of DHCP, and what routers advertise. Upstream has their specs only."""

from typing import ClassVar

from libtalos.resources.definitions.network import NAMESPACE
from libtalos.resources.spec import Column, Definition, ResourceSpec


class OperatorStatus(ResourceSpec, frozen=True, kw_only=True):
    """An operator at work; the id is `<operator>/<link>`, and `ra/<link>` for what routers advertise.

    `error` is what went wrong last, empty if nothing did. `lease_seconds` is how long the address is given for at a
    time, `server` is who gave it: an address, of DHCPv6 a DUID in hexadecimal digits.
    """

    DEFINITION: ClassVar[Definition] = Definition(
        "OperatorStatuses.net.talos.dev",
        NAMESPACE,
        (
            Column("State", "{.state}"),
            Column("Address", "{.address}"),
            Column("Server", "{.server}"),
            Column("Error", "{.error}"),
        ),
        aliases=("operatorstatus", "dhcp"),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"address", "server", "leaseSeconds", "error"})

    operator: str
    link_name: str
    state: str
    address: str = ""
    server: str = ""
    lease_seconds: int = 0
    error: str = ""
