"""The components behind the edge, and whether they answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

import msgspec

from services.api.asking import ComponentName, ask_all


class Description(msgspec.Struct, frozen=True):
    """What a component says of itself."""

    serving: bool
    version: str
    uptime: dt.timedelta


class BackendStatus(msgspec.Struct, frozen=True):
    """A component, as it answers now; error says why it does not serve."""

    component: ComponentName
    serving: bool
    version: str = ""
    uptime: dt.timedelta = dt.timedelta(0)
    error: str = ""


class Describable(Protocol):
    """A component that can be asked."""

    async def describe(self) -> Description:
        """What it says of itself. Raises BusError."""
        ...


class Backends:
    """All of them. patience is how long one may take to answer, in seconds."""

    def __init__(self, *, components: Mapping[ComponentName, Describable], patience: float) -> None:
        self._components = components
        self._patience = patience

    async def statuses(self) -> list[BackendStatus]:
        """Ask all at once; one status each, in the order of declaration."""
        answers = await ask_all(self._components, lambda component: component.describe(), patience=self._patience)
        failed = {
            name: BackendStatus(component=name, serving=False, error=error.message)
            for name, error in answers.failed.items()
        }
        given = {name: _answering(name, description) for name, description in answers.given.items()}
        return [{**failed, **given}[name] for name in self._components]


def _answering(name: ComponentName, description: Description) -> BackendStatus:
    return BackendStatus(
        component=name,
        serving=description.serving,
        version=description.version,
        uptime=description.uptime,
        error="" if description.serving else "it answers, and says that it does not serve",
    )
