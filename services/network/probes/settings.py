"""What the machine config wants to be probed, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.problem import Problem

if TYPE_CHECKING:
    from libtalos.config import Documents
    from libtalos.config.documents.network.probes import TCPProbeConfig


class Probe(msgspec.Struct, frozen=True, kw_only=True):
    """A TCP connection that is tried again and again; interval and timeout in nanoseconds.

    failure_threshold: how many tries may fail in a row without the probe being said to fail.
    """

    endpoint: str
    interval: int
    timeout: int
    failure_threshold: int = 0

    @property
    def id(self) -> str:
        """Upstream's id of its resources."""
        return f"tcp:{self.endpoint}"

    @property
    def target(self) -> tuple[str, int]:
        """Host and port; an IPv6 address comes without its brackets."""
        host, _, port = self.endpoint.rpartition(":")
        return host.strip("[]"), int(port)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The probes, each endpoint once, and what is wrong with them."""

    probes: tuple[Probe, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_probes(documents: Documents) -> Settings:
    """Return what the documents of a config say."""
    if not documents.others:
        return Settings()
    # most configs have no documents beside the one
    from libtalos.config.documents.network.probes import TCPProbeConfig  # noqa: PLC0415

    owners: dict[str, str] = {}
    probes, problems = [], []
    for document in documents.of(TCPProbeConfig):
        probe = _probe(document)
        owner = owners.setdefault(probe.id, document.name)
        if owner == document.name:
            probes.append(probe)
        else:
            text = f'{probe.endpoint} is probed by "{owner}" already, whose times hold: remove one of the two'
            problems.append(Problem(where=document.manifest, text=text))
    return Settings(probes=tuple(probes), problems=tuple(problems))


def _probe(document: TCPProbeConfig) -> Probe:
    return Probe(
        endpoint=document.endpoint,
        interval=document.interval.value,
        timeout=document.timeout.value,
        failure_threshold=document.failure_threshold,
    )
