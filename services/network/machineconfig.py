"""The parts of a machine config that concern the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from libtalos.config.network import NetworkSection
    from libtalos.config.schema import FeaturesSection


class Sections(msgspec.Struct, frozen=True, kw_only=True):
    """machine.network and machine.features; None in a config without machine."""

    network: NetworkSection | None = None
    features: FeaturesSection | None = None


def load_sections(yaml: str) -> Sections:
    """Read the sections from a config's text; raises ConfigError."""
    from libtalos.config import load  # noqa: PLC0415 - YAML is needed when there is a config, not before

    machine = load(yaml.encode()).machine
    return Sections() if machine is None else Sections(network=machine.network, features=machine.features)
