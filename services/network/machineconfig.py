"""The network section of a machine config."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libtalos.config.network import NetworkSection


def load_network(yaml: str) -> NetworkSection | None:
    """Read the section from a config's text; None if it has none. Raises ConfigError."""
    from libtalos.config import load  # noqa: PLC0415 - YAML is needed when there is a config, not before

    machine = load(yaml.encode()).machine
    return None if machine is None else machine.network
