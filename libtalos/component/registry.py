"""The recorded declarations of all components: who they are and what each may call (gen/components.json)."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from libtalos import gen
from libtalos.bus.access import Use


class RegisteredComponent(msgspec.Struct, frozen=True):
    """One recorded declaration."""

    name: str
    module: str
    summary: str
    uses: frozenset[Use]
    capabilities: tuple[str, ...]


class Registry(msgspec.Struct, frozen=True):
    """Every component of the suite, by name."""

    components: Mapping[str, RegisteredComponent]

    @property
    def uses(self) -> Mapping[str, frozenset[Use]]:
        """What each component declared to use."""
        return {name: component.uses for name, component in self.components.items()}


@functools.cache
def load_registry() -> Registry:
    """The registry that was recorded with this version (`talos contracts record`); read once."""
    text = Path(gen.__file__).with_name("components.json").read_text()
    return Registry(components={entry["name"]: _parse(entry) for entry in json.loads(text)})


def _parse(entry: Mapping[str, Any]) -> RegisteredComponent:
    return RegisteredComponent(
        name=entry["name"],
        module=entry["module"],
        summary=entry["summary"],
        uses=frozenset((use["component"], use["contract"]) for use in entry["uses"]),
        capabilities=tuple(entry["capabilities"]),
    )
