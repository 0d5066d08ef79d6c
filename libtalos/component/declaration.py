"""What a component says of itself: documentation, dependency graph, permission and consumer contract in one place."""

from __future__ import annotations

import msgspec

from libtalos.resources.spec import ResourceSpec

# every component serves these beside what it declares
COMMON_CONTRACTS = (
    "grpc.health.v1",
    "grpc.reflection.v1",
    "grpc.reflection.v1alpha",
    "talos.component.v1",
    "talos.resource.v1",
)

# for a component whose service needs them all, such as the kubelet
ALL_CAPABILITIES = "ALL"


class Uses(msgspec.Struct, frozen=True, order=True):
    """One contract of one other component that this one calls. Calls that are not declared are refused there."""

    component: str
    contract: str


class Declaration(msgspec.Struct, frozen=True):
    """A component: name, contracts served and used, resource types published, capabilities kept.

    capabilities are kernel names ("CAP_NET_ADMIN"), or ALL_CAPABILITIES; everything else is dropped before the
    component starts.
    """

    name: str
    summary: str
    serves: tuple[str, ...]
    uses: tuple[Uses, ...] = ()
    publishes: tuple[type[ResourceSpec], ...] = ()
    capabilities: tuple[str, ...] = ()

    @property
    def contracts(self) -> tuple[str, ...]:
        """Packages of all contracts served, sorted."""
        return tuple(sorted({*self.serves, *COMMON_CONTRACTS}))
