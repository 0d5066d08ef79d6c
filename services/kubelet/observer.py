"""Collects what the other components publish into facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libtalos.config import ConfigError, load
from libtalos.resources.definitions.network import AddressStatus, HostnameStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MountStatus
from libtalos.resources.definitions.time import TimeStatus
from services.kubelet.facts import Facts, read_addresses

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

CONFIG_ID = "v1alpha1"
HOSTNAME_ID = "hostname"
TIME_ID = "node"


class Observer:
    """Keeps the facts; `changed` is told the new ones whenever they differ from the old."""

    def __init__(self, *, unified: bool, changed: Callable[[Facts], None], log: BoundLogger) -> None:
        self._facts = Facts(unified=unified)
        self._changed = changed
        self._log = log

    def config(self, specs: Mapping[str, MachineConfigSpec]) -> None:
        """Take the machine config. One that cannot be read, or is gone, leaves the last one in force."""
        spec, config = specs.get(CONFIG_ID), self._facts.config
        try:
            config = load(spec.yaml.encode()) if spec else config
        except ConfigError as error:
            self._log.error("the machine config cannot be used; the last one holds", error=str(error))
        self._update(replace(self._facts, heard=True, config=config))

    def mounts(self, specs: Mapping[str, MountStatus]) -> None:
        """Take the mounts."""
        self._update(replace(self._facts, mounts=frozenset(spec.target for spec in specs.values())))

    def addresses(self, specs: Mapping[str, AddressStatus]) -> None:
        """Take the addresses of all links."""
        self._update(replace(self._facts, addresses=read_addresses(tuple(spec.address for spec in specs.values()))))

    def hostname(self, specs: Mapping[str, HostnameStatus]) -> None:
        """Take the hostname."""
        spec = specs.get(HOSTNAME_ID)
        full = f"{spec.hostname}.{spec.domainname}".removesuffix(".") if spec else ""
        self._update(replace(self._facts, hostname=full))

    def time(self, specs: Mapping[str, TimeStatus]) -> None:
        """Take whether the clock is in sync."""
        spec = specs.get(TIME_ID)
        self._update(replace(self._facts, time_synced=spec is not None and spec.synced))

    def _update(self, facts: Facts) -> None:
        if facts != self._facts:
            self._facts = facts
            self._changed(facts)
