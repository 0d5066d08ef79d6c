"""Collects what the other components publish into facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libtalos.config import ConfigError
from libtalos.resources.definitions.network import AddressStatus, HostnameStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MountStatus
from libtalos.resources.definitions.time import TimeStatus
from services.etcd.facts import Facts, read_addresses, read_config

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

CONFIG_ID = "v1alpha1"
HOSTNAME_ID = "hostname"
TIME_ID = "node"


class Observer:
    """Keeps the facts; `changed` is told the new ones whenever they differ from the old."""

    def __init__(self, *, changed: Callable[[Facts], None], log: BoundLogger) -> None:
        self._facts = Facts()
        self._changed = changed
        self._log = log

    def config(self, specs: Mapping[str, MachineConfigSpec]) -> None:
        """Take the machine config. One that cannot be read, or is gone, leaves the last one in force."""
        spec = specs.get(CONFIG_ID)
        if spec is None:
            return
        try:
            self._update(replace(self._facts, config=read_config(spec.yaml)))
        except (ConfigError, ValueError) as error:
            self._log.error("the machine config cannot be used; the last one holds", error=str(error))

    def mounts(self, specs: Mapping[str, MountStatus]) -> None:
        """Take the mounts."""
        self._update(replace(self._facts, mounts=frozenset(spec.target for spec in specs.values())))

    def addresses(self, specs: Mapping[str, AddressStatus]) -> None:
        """Take the addresses of all links."""
        self._update(replace(self._facts, addresses=read_addresses(tuple(spec.address for spec in specs.values()))))

    def hostname(self, specs: Mapping[str, HostnameStatus]) -> None:
        """Take the hostname."""
        spec = specs.get(HOSTNAME_ID)
        self._update(replace(self._facts, hostname=_full_name(spec) if spec else ""))

    def time(self, specs: Mapping[str, TimeStatus]) -> None:
        """Take whether the clock is in sync."""
        spec = specs.get(TIME_ID)
        self._update(replace(self._facts, time_synced=spec is not None and spec.synced))

    def _update(self, facts: Facts) -> None:
        if facts != self._facts:
            self._facts = facts
            self._changed(facts)


def _full_name(spec: HostnameStatus) -> str:
    return f"{spec.hostname}.{spec.domainname}" if spec.domainname else spec.hostname
