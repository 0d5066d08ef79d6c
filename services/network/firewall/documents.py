"""The documents of a machine config that speak of the firewall."""

from __future__ import annotations

from ipaddress import ip_network
from typing import TYPE_CHECKING

from libtalos.config.documents.network.firewall import NetworkDefaultActionConfig, NetworkRuleConfig
from libtalos.config.errors import ConfigError
from services.network.firewall.settings import Prefix, Rule, Settings, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libtalos.config import Documents, MachineConfig
    from libtalos.config.documents.network.firewall import IngressRule


def read_firewall(documents: Documents) -> Settings:
    """Return the firewall's settings. Raises ConfigError for a subnet of the cluster that is none."""
    action = documents.only(NetworkDefaultActionConfig)
    rules = documents.of(NetworkRuleConfig)
    if action is None and not rules:
        return Settings()
    config = documents.machine_config
    return Settings(
        action="accept" if action is None else action.ingress.value,
        rules=tuple(_rule(each) for each in rules),
        cluster=None if config is None else _cluster(config),
        host_dns=config is not None and _forwards_dns(config),
    )


def _rule(document: NetworkRuleConfig) -> Rule:
    return Rule(
        name=document.name,
        protocol=document.port_selector.protocol.value,
        ports=tuple(each.value for each in document.port_selector.ports),
        sources=tuple(_source(each) for each in document.ingress),
    )


def _source(ingress: IngressRule) -> Source:
    without = ingress.except_
    return Source(subnet=ingress.subnet.value.network, without=None if without is None else without.value.network)


def _cluster(config: MachineConfig) -> tuple[Prefix, ...] | None:
    if config.cluster is None:
        return None
    network = config.cluster.network
    return (*_subnets("podSubnets", network.pod_subnets), *_subnets("serviceSubnets", network.service_subnets))


def _subnets(key: str, texts: Sequence[str]) -> Iterator[Prefix]:
    for number, text in enumerate(texts):
        try:
            yield ip_network(text)
        except ValueError as error:
            path = f"cluster.network.{key}[{number}]"
            raise ConfigError(f'{path}: "{text}" is not a network such as 10.244.0.0/16: {error}', path=path) from error


def _forwards_dns(config: MachineConfig) -> bool:
    machine = config.machine
    dns = None if machine is None else machine.features.host_dns
    return dns is not None and bool(dns.forward_kube_dns_to_host)
