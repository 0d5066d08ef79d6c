"""The zygotes of init: what they import, and what they see of init's environment."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping

import msgspec

from libtalos.component.registry import RegisteredComponent, Registry, load_registry
from libtalos.linux.helper import Helper
from libtalos.linux.zygote import fork_zygote, start_zygote
from services.init.component import DECLARATION

# What init and components import both: imported before the fork, the pages are shared by all of them.
SHARED = (
    "libtalos.bus.http2.server",
    "libtalos.bus.http2.transport",
    "libtalos.bus.wire",
    "libtalos.component.host",
    "libtalos.component.registry",
    "libtalos.component.logs",
    "libtalos.component.warm",
    "libtalos.supervise.wiring",
)
# uvloop must not get into PID 1: it refuses a SIGCHLD handler
PRELOAD = ("uvloop",)
LONGEST = frozenset({"network", "filesystem"})
# what services get of init's environment; the machine config (USERDATA) holds secrets and stays here
PASSED_ON = (
    "PATH",
    "TALOS_BUS_DIR",
    "TALOS_BUS_TRANSPORT",
    "TALOS_CODEC",
    "TALOS_LOG_LEVEL",
    "TALOS_EPHEMERAL_SIZE",
    "NO_COLOR",
)
DEFAULT_PATHS = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/cni/bin"}


def passed_on(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of every service."""
    return DEFAULT_PATHS | {name: environment[name] for name in PASSED_ON if name in environment}


def in_start_order(registry: Registry) -> list[RegisteredComponent]:
    """All components but init, those first whose start takes longest: then it does not begin last.

    network and filesystem read the kernel and change it, the others only serve.
    """
    others = (component for name, component in registry.components.items() if name != DECLARATION.name)
    return sorted(others, key=lambda component: component.name not in LONGEST)


def preloaded(registry: Registry) -> tuple[str, ...]:
    """What a zygote imports beside what is shared: all that components import at their start.

    It is there once and not five times, and no component waits for it. What is heavy (cryptography) they import when
    they use it.
    """
    return (*PRELOAD, *(f"{component.module}.__main__" for component in in_start_order(registry)))


class Zygotes(msgspec.Struct, frozen=True):
    """The one that was forked from init, None if that could not be (`problem` says why); and how to make another."""

    first: Helper | None
    preload: tuple[str, ...]
    environment: Mapping[str, str]
    problem: str = ""

    @classmethod
    def fork(cls) -> Zygotes:
        """Import what is shared, and fork the first. Only before anything else is done in this process."""
        for module in SHARED:
            importlib.import_module(module)
        preload, environment = preloaded(load_registry()), passed_on(os.environ)
        try:
            first, problem = fork_zygote(preload, environment), ""
        except OSError as error:
            first, problem = None, f"cannot fork a zygote: {error}"
        return cls(first=first, preload=preload, environment=environment, problem=problem)

    def make(self) -> Helper:
        """Start a new one, a program of its own: there is no forking from an init that is under way. Raises OSError."""
        return start_zygote((*SHARED, *self.preload), self.environment)
