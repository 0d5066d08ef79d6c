"""From what is known to how the kubelet is to run: pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_interface, ip_network
from typing import Any, Final

import msgspec

from libtalos.config import MachineConfig
from libtalos.config.schema import Cluster, Machine
from services.kubelet.configuration import RUNTIME, TAINTS, ConfigurationError, configuration, left_out, tainted
from services.kubelet.facts import Address, Facts
from services.kubelet.version import CONFIGURES_RUNTIME, CONFIGURES_TAINTS, Version

KUBERNETES: Final = "/etc/kubernetes"
MOUNTS: Final = ("/var", KUBERNETES)
# upstream's merge-denied arguments
DENIED: Final = frozenset(
    {"bootstrap-kubeconfig", "kubeconfig", "container-runtime", "container-runtime-endpoint", "config", "cert-dir"}
)


class Nothing(msgspec.Struct, frozen=True):
    """There is no kubelet to run yet; reason says why."""

    reason: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The kubelet that is wanted.

    missing is what the start has to wait for; left_out are fields that this kubelet is too old for.
    """

    nodename: str
    args: tuple[str, ...]
    configuration: dict[str, Any]
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def make_plan(facts: Facts, *, version: Version) -> Plan | Nothing:
    """How to run it, given what is known. Raises ConfigurationError if the machine config cannot be followed."""
    config = facts.config
    if config is None or config.machine is None or config.cluster is None:
        return Nothing("the node has no machine config yet")
    name = nodename(config.machine, facts.hostname)
    if not name:
        return Nothing("the node has no hostname yet")
    addresses = node_addresses(config.machine, config.cluster, facts.addresses)
    if not addresses:
        return Nothing("the node has no address that the kubelet may announce yet")
    return Plan(
        nodename=name,
        args=arguments(config, name=name, addresses=addresses, version=version),
        configuration=configuration(config, version=version, unified=facts.unified),
        missing=_missing(addresses, facts),
        left_out=left_out(config, version=version),
    )


def nodename(machine: Machine, hostname: str) -> str:
    """The name in Kubernetes: lower case, with the domain only if registerWithFQDN, of RFC 1123's characters."""
    full = (machine.network.hostname or hostname).lower()
    name = full if machine.kubelet.register_with_fqdn else full.partition(".")[0]
    return re.sub(r"[^a-z0-9.-]", "", name.replace("_", "-")).strip(".-")


def node_addresses(machine: Machine, cluster: Cluster, seen: tuple[Address, ...]) -> tuple[Address, ...]:
    """The first address of each family that is of the valid subnets and not of pods or services."""
    subnets = machine.kubelet.node_ip.valid_subnets if machine.kubelet.node_ip else ()
    included = _networks(text for text in subnets if not text.startswith("!"))
    inside = (*cluster.network.pod_subnets, *cluster.network.service_subnets)
    excluded = _networks((*(text[1:] for text in subnets if text.startswith("!")), *inside))
    known = (*(ip_interface(text).ip for link in machine.network.interfaces for text in link.addresses), *seen)
    first: dict[int, Address] = {}
    for address in known:
        allowed = not included or any(address in network for network in included)
        if allowed and not any(address in network for network in excluded):
            first.setdefault(address.version, address)
    return tuple(first[version] for version in sorted(first))


def arguments(config: MachineConfig, *, name: str, addresses: tuple[Address, ...], version: Version) -> tuple[str, ...]:
    """The command line without the program. Raises ConfigurationError for an extra argument that is not allowed."""
    flags = {
        "config": f"{KUBERNETES}/kubelet.yaml",
        "cert-dir": "/var/lib/kubelet/pki",
        "hostname-override": name,
        "bootstrap-kubeconfig": f"{KUBERNETES}/bootstrap-kubeconfig",
        "kubeconfig": f"{KUBERNETES}/kubeconfig-kubelet",
        "node-ip": ",".join(map(str, addresses)),
    }
    if version < CONFIGURES_RUNTIME:
        flags |= {"container-runtime": "remote", "container-runtime-endpoint": RUNTIME}
    if version < CONFIGURES_TAINTS and tainted(config):
        flags["register-with-taints"] = ",".join(f"{taint['key']}=:{taint['effect']}" for taint in TAINTS)
    for key, value in (config.machine or Machine()).kubelet.extra_args.items():
        if key in DENIED:
            message = f'extra arg "{key}" is not allowed to be overridden (.machine.kubelet.extraArgs)'
            raise ConfigurationError(message)
        flags[key] = value if isinstance(value, str) else ",".join(value)
    return tuple(f"--{key}={value}" for key, value in flags.items())


def _networks(texts: Iterable[str]) -> list[IPv4Network | IPv6Network]:
    try:
        return [ip_network(text, strict=False) for text in texts]
    except ValueError as error:
        raise ConfigurationError(f"not a subnet in CIDR notation: {error}") from error


def _missing(addresses: tuple[Address, ...], facts: Facts) -> tuple[str, ...]:
    """What the kubelet cannot start without, in the words that follow "Waiting for"."""
    volumes = tuple(f"volume {target} to be mounted" for target in MOUNTS if target not in facts.mounts)
    absent = tuple(f"address {address} to be assigned" for address in addresses if address not in facts.addresses)
    return volumes + absent + (() if facts.time_synced else ("time sync",))
