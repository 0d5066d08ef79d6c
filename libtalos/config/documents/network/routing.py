"""Routes that belong to no link, and rules that choose among routing tables."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

from libtalos.config.document import Document, Fault, NamedDocument
from libtalos.config.documents.network.names import link_name, one_family
from libtalos.config.section import Uint32
from libtalos.config.written import Prefix, RoutingTable

LARGEST_PRIORITY: Final = 32_765
# the kernel's own rules (0, 32766, 32767) and upstream's for KubeSpan
RESERVED_PRIORITIES: Final = frozenset({0, 32_500, 32_501, 32_766, 32_767})
_DIGITS: Final = len(str(LARGEST_PRIORITY))


class RoutingRuleAction(Enum):
    """What becomes of a packet that matches."""

    UNICAST = "unicast"
    BLACKHOLE = "blackhole"
    UNREACHABLE = "unreachable"
    PROHIBIT = "prohibit"


class RoutingRuleConfig(NamedDocument, frozen=True):
    """A rule of policy routing: the name of the document is its priority, lower ones are matched first."""

    src: Prefix | None = None
    dst: Prefix | None = None
    table: RoutingTable | None = None
    action: RoutingRuleAction = RoutingRuleAction.UNICAST
    iif_name: str = ""
    oif_name: str = ""
    fw_mark: Uint32 = 0
    fw_mask: Uint32 = 0

    @property
    def priority(self) -> int:
        """The priority; 0, which no rule can have, where the name is none."""
        fits = self.name.isascii() and self.name.isdecimal() and len(self.name) <= _DIGITS
        return int(self.name) if fits else 0

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if self.priority in RESERVED_PRIORITIES or self.priority > LARGEST_PRIORITY:
            reserved = ", ".join(map(str, sorted(RESERVED_PRIORITIES)))
            problem = f'"{self.name}" is not a priority between 1 and {LARGEST_PRIORITY} other than {reserved}'
            yield Fault("name", problem)
        if self.action is RoutingRuleAction.UNICAST and self.table is None:
            yield Fault("table", "table is required for the action unicast")
        yield from link_name("iifName", self.iif_name)
        yield from link_name("oifName", self.oif_name)
        yield from one_family(
            "",
            {"src": self.src.value.ip if self.src else None, "dst": self.dst.value.ip if self.dst else None},
        )

    def warnings(self) -> Iterator[Fault]:
        """See Document."""
        if self.fw_mask and not self.fw_mark:
            yield Fault("fwMask", "has no effect without fwMark")


class BlackholeRouteConfig(Document, frozen=True):
    """A route that drops: the name of the document is its destination."""

    name: Prefix
    metric: Uint32 = 0
