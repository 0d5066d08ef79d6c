"""What the machine config says of the firewall, as plain values."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network
from typing import Literal

import msgspec

from libtalos.resources.definitions.nftables import Protocol

Prefix = IPv4Network | IPv6Network
Action = Literal["accept", "block"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where traffic may come from: a subnet, without a part of it."""

    subnet: Prefix
    without: Prefix | None = None


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Who may reach these ports of the node; each range has its first and its last port."""

    name: str
    protocol: Protocol
    ports: tuple[tuple[int, int], ...]
    sources: tuple[Source, ...] = ()


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All of it.

    cluster: the subnets of pods and services, None where there is no cluster. host_dns: whether pods ask the node's
    resolver.
    """

    action: Action = "accept"
    rules: tuple[Rule, ...] = ()
    cluster: tuple[Prefix, ...] | None = None
    host_dns: bool = False

    @property
    def silent(self) -> bool:
        """Whether nothing is to be filtered."""
        return self.action == "accept" and not self.rules
