"""Services as resources (Services.v1alpha1.talos.dev): there while a service runs, as upstream has it."""

from typing import Protocol

from libtalos.resources.definitions.runtime import Service
from libtalos.supervise.status import ServiceEvent, ServiceState, ServiceStatus


class Store(Protocol):
    """What is needed of libtalos.resources.store.ResourceStore."""

    def put(self, resource_id: str, spec: Service, /) -> object:
        """Create or update."""

    def destroy(self, spec_class: type[Service], resource_id: str, /) -> object:
        """Remove."""


class ServiceResources:
    """A listener for the supervisor that keeps the Service resources."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._published: set[str] = set()

    def __call__(self, status: ServiceStatus, event: ServiceEvent) -> None:  # noqa: ARG002 a Listener
        """Publish a service that runs; take back one that does not any more."""
        if status.state is ServiceState.RUNNING:
            health = status.health.healthy
            self._store.put(status.id, Service(running=True, healthy=health is True, unknown=health is None))
            self._published.add(status.id)
        elif status.id in self._published:
            self._store.destroy(Service, status.id)
            self._published.discard(status.id)
