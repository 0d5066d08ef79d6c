"""The zygotes of init: what they import, and what they see of init's environment."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from dataclasses import dataclass

from libtalos.linux.helper import Helper
from libtalos.linux.zygote import fork_zygote, start_zygote

# What init and components import both: imported before the fork, the pages are shared by all of them.
SHARED = (
    "libtalos.component.host",
    "libtalos.component.registry",
    "libtalos.component.logs",
    "libtalos.supervise.wiring",
)
# What at least two components import and init does not. What is heavy and of use to one alone, such as cryptography or
# pyroute2, is that one's own. uvloop must not get into PID 1: it refuses a SIGCHLD handler.
PRELOAD = (
    "uvloop",
    "libtalos.component.run",
    "libtalos.resources.client",
    "libtalos.resources.mirror",
    "libtalos.supervise.gate",
)
# what services get of init's environment; the machine config (USERDATA) holds secrets and stays here
PASSED_ON = ("PATH", "TALOS_BUS_DIR", "TALOS_LOG_LEVEL", "TALOS_EPHEMERAL_SIZE", "NO_COLOR")
DEFAULT_PATHS = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/cni/bin"}


def passed_on(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of every service."""
    return DEFAULT_PATHS | {name: environment[name] for name in PASSED_ON if name in environment}


@dataclass(frozen=True)
class Zygotes:
    """The one that was forked from init, None if that could not be (`problem` says why); and how to make another."""

    first: Helper | None
    environment: Mapping[str, str]
    problem: str = ""

    @classmethod
    def fork(cls) -> Zygotes:
        """Import what is shared, and fork the first. Only before anything else is done in this process."""
        for module in SHARED:
            importlib.import_module(module)
        environment = passed_on(os.environ)
        try:
            return cls(first=fork_zygote(PRELOAD, environment), environment=environment)
        except OSError as error:
            return cls(first=None, environment=environment, problem=f"cannot fork a zygote: {error}")

    def make(self) -> Helper:
        """Start a new one, a program of its own: there is no forking from an init that is under way. Raises OSError."""
        return start_zygote((*SHARED, *PRELOAD), self.environment)
