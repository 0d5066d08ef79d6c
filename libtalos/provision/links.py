"""The node's network: a veth pair, one end here with the gateway's address, the other in the node as eth0."""

import ipaddress
from collections.abc import Sequence
from ipaddress import IPv4Interface, IPv4Network
from typing import Protocol

import msgspec

from libtalos.provision.container import Container
from libtalos.provision.errors import ProvisionError
from libtalos.provision.process import Pid

NODE_LINK = "eth0"


class HostLink(msgspec.Struct, frozen=True):
    """A link of the host: what is known about whose it is."""

    name: str
    alias: str
    networks: tuple[IPv4Network, ...]


class HostNetwork(Protocol):
    """The host's links and routes, as far as a cluster touches them."""

    def links(self) -> Sequence[HostLink]:
        """Return every link with the networks of its addresses and of the routes through it (no default routes)."""

    def add_pair(self, *, name: str, alias: str, address: IPv4Interface, peer: str, pid: Pid) -> None:
        """Make a veth pair: name, up and with address, here; peer in the network namespace of process pid."""

    def remove(self, name: str) -> None:
        """Remove a link and its peer; one that is gone is no error."""


class Subnet(msgspec.Struct, frozen=True):
    """The addresses of one cluster: the first one is the host's, the nodes' follow."""

    network: IPv4Network

    @property
    def gateway(self) -> IPv4Interface:
        """The host's address."""
        return self._interface(1)

    def node(self, index: int) -> IPv4Interface:
        """Return the address of the node with this index (from 0)."""
        return self._interface(2 + index)

    def _interface(self, number: int) -> IPv4Interface:
        return IPv4Interface((self.network[number], self.network.prefixlen))


def subnet(cidr: str, *, nodes: int = 1) -> Subnet:
    """Return the addresses in cidr. Raises ProvisionError if it is no IPv4 network or too small for the nodes."""
    try:
        network = ipaddress.IPv4Network(cidr)
    except ValueError as error:
        raise ProvisionError(f"--cidr {cidr}: {error}; give an IPv4 network as in 10.5.0.0/24") from error
    if network.num_addresses < nodes + 3:
        raise ProvisionError(f"--cidr {cidr}: too small for {nodes} node(s) and the host; /29 or larger is enough")
    return Subnet(network)


class ConnectNode(msgspec.Struct, frozen=True, kw_only=True):
    """Make the veth pair between the host and the created container."""

    network: HostNetwork
    container: Container
    name: str
    alias: str
    address: IPv4Interface

    def describe(self) -> str:
        """Say what execute() does."""
        return f"connect {self.container.id} to {self.address} through {self.name}"

    def execute(self) -> None:
        """Make it. Raises ProvisionError if the network or the name is in use by somebody else."""
        check_free(self.network.links(), name=self.name, alias=self.alias, network=self.address.network)
        pid = self.container.pid()
        if pid is None:
            raise ProvisionError(f"{self.container.id}: gone before it was started; see {self.container.paths.console}")
        self.network.remove(self.name)
        self.network.add_pair(name=self.name, alias=self.alias, address=self.address, peer=NODE_LINK, pid=pid)

    def undo(self) -> None:
        """Remove the pair, if it is this cluster's."""
        if any(link.name == self.name and link.alias == self.alias for link in self.network.links()):
            self.network.remove(self.name)


def check_free(links: Sequence[HostLink], *, name: str, alias: str, network: IPv4Network) -> None:
    """Raise ProvisionError if a link that is not ours (by alias) is called name or holds addresses of network."""
    for link in links:
        if link.alias == alias:
            continue
        if link.name == name:
            raise ProvisionError(f"link {name} exists and is not of this cluster; remove it: ip link delete {name}")
        for used in link.networks:
            if used.overlaps(network):
                owner = f" ({link.alias})" if link.alias else ""
                raise ProvisionError(
                    f"{network} is in use: {used} is reached through {link.name}{owner}; choose another network "
                    "with --cidr, or destroy the cluster that uses it"
                )
