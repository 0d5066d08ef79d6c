"""The parts of a machine config that concern the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from services.network.firewall.settings import Settings as FirewallSettings
from services.network.layers.configuration import Settings
from services.network.probes.settings import Probe, read_probes
from services.network.problem import Problem

if TYPE_CHECKING:
    from libtalos.config import Documents
    from libtalos.config.errors import ConfigError


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a config says to each part of the component; yaml is its text, empty where there is none."""

    yaml: str = ""
    network: Settings = Settings()
    firewall: FirewallSettings = FirewallSettings()
    probes: tuple[Probe, ...] = ()


def read_config(yaml: str) -> Config:
    """Read a config's text; raises ConfigError."""
    # YAML is needed when there is a config, not before
    from libtalos.config import load_documents  # noqa: PLC0415

    return read_documents(load_documents(yaml.encode()), yaml)


def read_documents(documents: Documents, yaml: str) -> Config:
    """Read the documents that a text has; raises ConfigError."""
    network, probes = read_network(documents), read_probes(documents)
    return Config(
        yaml=yaml,
        network=replace(network, problems=(*network.problems, *probes.problems)),
        firewall=_firewall(documents),
        probes=probes.probes,
    )


def keep_config(last: Config, error: ConfigError) -> Config:
    """Return the last settings with the news that the config cannot be read."""
    problem = Problem(where="machine config", text=str(error))
    return replace(last, network=replace(last.network, problems=(problem,)))


def read_network(documents: Documents) -> Settings:
    """Return what the documents of a config say of links, addresses, names and the like."""
    from services.network.layers.configuration.section import read_section  # noqa: PLC0415 - as above

    machine = None if documents.machine_config is None else documents.machine_config.machine
    settings = Settings() if machine is None else read_section(machine)
    if not documents.others:
        return settings
    from services.network.layers.configuration.documents import add_documents  # noqa: PLC0415 - most configs have none

    return add_documents(settings, documents)


def _firewall(documents: Documents) -> FirewallSettings:
    if not documents.others:
        return FirewallSettings()
    from services.network.firewall.documents import read_firewall  # noqa: PLC0415 - most configs have none

    return read_firewall(documents)
