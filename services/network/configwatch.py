"""Following the machine config that init keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from libtalos.bus.errors import BusError
from libtalos.config.errors import ConfigError
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.spec import Kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from structlog.stdlib import BoundLogger

    from libtalos.resources.view import Change
    from services.network.etcwriter import Backoff

CONFIG_ID = "v1alpha1"

T = TypeVar("T")


class ConfigSource(Protocol):
    """Who has the machine config."""

    def watch(
        self, spec_class: type[MachineConfigSpec], resource_id: str, /
    ) -> AsyncIterator[Change[MachineConfigSpec]]:
        """Follow it; raises BusError."""


class ConfigWatch(Generic[T]):
    """Turns every machine config into settings of one subject."""

    def __init__(
        self,
        *,
        source: ConfigSource,
        read: Callable[[str], T],
        empty: T,
        keep: Callable[[T, ConfigError], T],
        want: Callable[[T], None],
        backoff: Backoff,
        log: BoundLogger,
    ) -> None:
        """Build it.

        read makes settings of a YAML text and raises ConfigError; empty are those without a config. keep makes them of
        the last good ones when a text cannot be read; want takes what holds.
        """
        self._source = source
        self._read = read
        self._empty = empty
        self._keep = keep
        self._want = want
        self._backoff = backoff
        self._log = log
        self._last: T | None = None

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
                self._use(self._empty)
        elif change.kind is Kind.DESTROYED or change.resource is None:
            self._log.warning("the machine config is gone; the network stays as it is")
        else:
            self._use(self._settings(change.resource.spec.yaml))

    def _settings(self, yaml: str) -> T:
        try:
            return self._read(yaml)
        except ConfigError as error:
            # the last one that could be read holds: a node without a network cannot be repaired
            return self._keep(self._empty if self._last is None else self._last, error)

    def _use(self, settings: T) -> None:
        self._last = settings
        self._want(settings)
