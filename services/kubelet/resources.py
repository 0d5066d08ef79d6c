"""The component's state as resources, with upstream's types and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from libtalos.resources.definitions.k8s import KubeletSpec, Nodename

if TYPE_CHECKING:
    from libtalos.resources.spec import ResourceSpec
    from services.kubelet.plan import Plan

KUBELET_ID = "kubelet"
NODENAME_ID = "nodename"


class Store(Protocol):
    """What this needs of a resource store."""

    def put(self, resource_id: str, spec: ResourceSpec, /) -> object:
        """Create or update."""


class Publisher:
    """Publishes how the kubelet is to run, and the node's name in Kubernetes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, plan: Plan) -> None:
        """Publish a plan."""
        self._store.put(NODENAME_ID, Nodename(nodename=plan.nodename))
        spec = KubeletSpec(args=plan.args, expected_nodename=plan.nodename, config=plan.configuration)
        self._store.put(KUBELET_ID, spec)
