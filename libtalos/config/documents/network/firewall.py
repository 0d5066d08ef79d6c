"""The firewall for what comes in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

import msgspec

from libtalos.config.document import Document, Fault, NamedDocument, prefixed
from libtalos.config.section import Section
from libtalos.config.written import PortRange, Prefix


class DefaultAction(Enum):
    """What becomes of traffic that no rule names."""

    ACCEPT = "accept"
    BLOCK = "block"


class NetworkDefaultActionConfig(Document, frozen=True):
    """What becomes of incoming traffic that no rule names; accept where there is no such document."""

    ingress: DefaultAction = DefaultAction.ACCEPT


class RuleProtocol(Enum):
    """The protocol of the traffic."""

    TCP = "tcp"
    UDP = "udp"
    ICMP = "icmp"
    ICMPV6 = "icmpv6"


WITH_PORTS = frozenset({RuleProtocol.TCP, RuleProtocol.UDP})


class PortSelector(Section, frozen=True, kw_only=True):
    """NetworkRuleConfig.portSelector: which ports of the host the rule is about."""

    ports: tuple[PortRange, ...] = ()
    protocol: RuleProtocol

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the ports."""
        if self.protocol in WITH_PORTS and not self.ports:
            yield Fault("ports", "ports is required")
        elif self.protocol not in WITH_PORTS and self.ports:
            yield Fault("ports", f"{self.protocol.value} has no ports")
        for before, after in pairwise(sorted(self.ports, key=_span)):
            if after.value[0] <= before.value[1]:
                yield Fault("ports", f"{before} and {after} overlap")


class IngressRule(Section, frozen=True):
    """NetworkRuleConfig.ingress[]: who may reach the ports."""

    subnet: Prefix
    except_: Prefix | None = msgspec.field(default=None, name="except")

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the exception."""
        inner, outer = self.except_ and self.except_.value.network, self.subnet.value.network
        if inner and (inner.version != outer.version or not inner.subnet_of(outer)):  # type: ignore[arg-type]
            yield Fault("except", f"{inner} is no part of {outer}")


class NetworkRuleConfig(NamedDocument, frozen=True):
    """Who may reach some ports; where there is a rule for a port, others may not."""

    port_selector: PortSelector
    ingress: tuple[IngressRule, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from prefixed("portSelector", self.port_selector.faults())
        for index, rule in enumerate(self.ingress):
            yield from prefixed(f"ingress[{index}]", rule.faults())


def _span(ports: PortRange) -> tuple[int, int]:
    return ports.value
