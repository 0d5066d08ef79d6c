"""Resources of the clock (upstream: `pkg/machinery/resources/time`)."""

from typing import ClassVar

from libtalos.resources.spec import Column, Definition, ResourceSpec

NAMESPACE = "runtime"


class TimeStatus(ResourceSpec, frozen=True, kw_only=True):
    """Whether the clock is in sync; the id is `node`. epoch counts its long steps."""

    DEFINITION: ClassVar[Definition] = Definition(
        "TimeStatuses.v1alpha1.talos.dev", NAMESPACE, (Column("Synced", "{.synced}"),)
    )

    synced: bool
    epoch: int = 0
    sync_disabled: bool = False


class AdjtimeStatus(ResourceSpec, frozen=True, kw_only=True):
    """How the kernel keeps its clock; the id is `node`. Durations are written as Go does, such as `1.5ms`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "AdjtimeStatuses.v1alpha1.talos.dev",
        NAMESPACE,
        (
            Column("Offset", "{.offset}"),
            Column("EstError", "{.estError}"),
            Column("MaxError", "{.maxError}"),
            Column("Status", "{.status}"),
            Column("Sync", "{.syncStatus}"),
        ),
    )

    offset: str
    frequency_adjustment_ratio: float
    max_error: str
    est_error: str
    status: str
    constant: int
    sync_status: bool
    state: str
