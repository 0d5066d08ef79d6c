"""Loading the machine config, and what becomes of a bad one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import betterproto2
import structlog

from libtalos.gen.machine import ConfigLoadErrorEvent, ConfigValidationErrorEvent
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.store import ResourceStore
from services.init.userdata import UserdataError, load_userdata

# upstream's ActiveID
CONFIG_ID = "v1alpha1"


class Publisher(Protocol):
    """Where events go."""

    def publish(self, message: betterproto2.Message) -> object:
        """Add an event."""
        ...


class ConfigSource:
    """The platform's machine config, published as the resource that everybody watches."""

    def __init__(
        self,
        *,
        environment: Mapping[str, str],
        store: ResourceStore,
        events: Publisher,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._environment = environment
        self._store = store
        self._events = events
        self._log = log

    def load(self) -> str:
        """Load and publish the config; returns what is wrong with it, or nothing.

        A bad config is no reason for PID 1 to die: the machine stays up, in maintenance, and says why.
        """
        try:
            userdata = load_userdata(self._environment)
        except UserdataError as error:
            event = ConfigValidationErrorEvent if error.readable else ConfigLoadErrorEvent
            self._events.publish(event(error=str(error)))
            self._log.error("machine config not loaded", error=str(error))
            return str(error)
        for warning in userdata.warnings:
            self._log.warning("machine config", warning=warning)
        self._store.put(CONFIG_ID, MachineConfigSpec(yaml=userdata.text))
        self._log.info("machine config loaded successfully", sources=["container"])
        return ""
