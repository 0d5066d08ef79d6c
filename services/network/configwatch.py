"""Following the machine config that init keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from libtalos.bus.errors import BusError
from libtalos.config.errors import ConfigError
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.spec import Kind
from services.network.layers.configuration import Settings, read_sections
from services.network.problem import Problem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from structlog.stdlib import BoundLogger

    from libtalos.resources.view import Change
    from services.network.etcwriter import Backoff
    from services.network.machineconfig import Sections

CONFIG_ID = "v1alpha1"


class ConfigSource(Protocol):
    """Who has the machine config."""

    def watch(
        self, spec_class: type[MachineConfigSpec], resource_id: str, /
    ) -> AsyncIterator[Change[MachineConfigSpec]]:
        """Follow it; raises BusError."""


class ConfigWatch:
    """Turns every machine config into settings."""

    def __init__(
        self,
        *,
        source: ConfigSource,
        load: Callable[[str], Sections],
        want: Callable[[Settings], None],
        backoff: Backoff,
        log: BoundLogger,
    ) -> None:
        """Build it. load reads the sections of a YAML text and raises ConfigError; want takes what it says."""
        self._source = source
        self._load = load
        self._want = want
        self._backoff = backoff
        self._log = log
        self._last: Settings | None = None

    async def run(self) -> None:
        """Watch for ever."""
        while True:
            try:
                await self._follow()
            except BusError as error:
                self._log.warning("cannot watch the machine config; trying again", error=str(error))
            await self._backoff.wait()

    async def _follow(self) -> None:
        async for change in self._source.watch(MachineConfigSpec, CONFIG_ID):
            self._backoff.succeeded()
            self._take(change)

    def _take(self, change: Change[MachineConfigSpec]) -> None:
        if change.kind is Kind.BOOTSTRAPPED:
            if self._last is None:
                self._log.info("there is no machine config yet; using defaults")
                self._use(Settings())
        elif change.kind is Kind.DESTROYED or change.resource is None:
            self._log.warning("the machine config is gone; the network stays as it is")
        else:
            self._use(self._read(change.resource.spec.yaml))

    def _read(self, yaml: str) -> Settings:
        try:
            return read_sections(self._load(yaml))
        except ConfigError as error:
            # the last one that could be read holds: a node without a network cannot be repaired
            return replace(self._last or Settings(), problems=(Problem(where="machine config", text=str(error)),))

    def _use(self, settings: Settings) -> None:
        self._last = settings
        self._want(settings)
