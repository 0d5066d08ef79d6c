"""Probes of what the network reaches (upstream: `pkg/machinery/resources/network`)."""

from typing import ClassVar

from libtalos.resources.definitions.network import NAMESPACE
from libtalos.resources.definitions.networkspecs import CONFIG_NAMESPACE
from libtalos.resources.spec import Column, Definition, Part, ResourceSpec


class TCPProbe(Part, frozen=True, kw_only=True):
    """A connection to `host:port`; the timeout is written as Go writes spans of time."""

    endpoint: str
    timeout: str


class ProbeSpec(ResourceSpec, frozen=True, kw_only=True):
    """A probe that is wanted; the id is `tcp:<endpoint>`. The interval is written as Go writes spans of time."""

    DEFINITION: ClassVar[Definition] = Definition("ProbeSpecs.net.talos.dev", NAMESPACE, others=(CONFIG_NAMESPACE,))

    interval: str
    failure_threshold: int = 0
    tcp: TCPProbe
    layer: str


class ProbeStatus(ResourceSpec, frozen=True, kw_only=True):
    """What came of a probe; the id is the spec's."""

    DEFINITION: ClassVar[Definition] = Definition(
        "ProbeStatuses.net.talos.dev",
        NAMESPACE,
        (Column("Success", "{.success}"),),
        aliases=("probe", "probes"),
    )

    success: bool = False
    last_error: str = ""
