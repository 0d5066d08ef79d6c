"""Probes as published resources, with upstream's keys and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from libtalos.resources.definitions.networkspecs import CONFIG_NAMESPACE
from libtalos.resources.definitions.probes import ProbeSpec, ProbeStatus, TCPProbe
from services.network.layers.ids import layered_id
from services.network.layers.words import Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libtalos.resources.spec import ResourceSpec
    from services.network.probes.prober import Outcome
    from services.network.probes.settings import Probe

    S = TypeVar("S", bound=ResourceSpec)

PUBLISHES: tuple[type[ResourceSpec], ...] = (ProbeSpec, ProbeStatus)


class Store(Protocol):
    """What this needs of a resource store."""

    def replace(self, spec_class: type[S], specs: Mapping[str, S], *, namespace: str = "") -> None:
        """Make these the resources of a type; a namespace that is not named is the type's first one."""


class ProbePublisher:
    """Publishes probes in a store."""

    def __init__(self, store: Store) -> None:
        """Publish in a store."""
        self._store = store

    def wanted(self, probes: Iterable[Probe]) -> None:
        """Show those that are wanted, as the configuration says them and as they come out: no other layer has any."""
        specs = {each.id: probe_spec(each) for each in probes}
        layered = {layered_id(Layer.CONFIGURATION, "", name): spec for name, spec in specs.items()}
        self._store.replace(ProbeSpec, layered, namespace=CONFIG_NAMESPACE)
        self._store.replace(ProbeSpec, specs)

    def outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Show what came of them, by id."""
        statuses = {
            name: ProbeStatus(success=outcome.success, last_error=outcome.error) for name, outcome in outcomes.items()
        }
        self._store.replace(ProbeStatus, statuses)


def probe_spec(probe: Probe) -> ProbeSpec:
    """Return a probe as a resource."""
    from libtalos.config.written import Duration  # noqa: PLC0415 - most nodes have no probes

    return ProbeSpec(
        interval=str(Duration(probe.interval)),
        failure_threshold=probe.failure_threshold,
        tcp=TCPProbe(endpoint=probe.endpoint, timeout=str(Duration(probe.timeout))),
        layer=Layer.CONFIGURATION.word,
    )
