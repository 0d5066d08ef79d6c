"""The kubelet as a service of the supervisor."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from libtalos.supervise.checks import HttpGet
from libtalos.supervise.health import HealthCheck
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.spec import Condition, Operation, ServiceSpec
from libtalos.supervise.status import ServiceId

SERVICE: Final = ServiceId("kubelet")
CGROUP: Final = "podruntime/kubelet"
# where it works and writes, and what its pods log
VOLUMES: Final = ("/var/lib", "KUBELET", "LOG", "/var/log/pods", "/var/log/containers", "/var/run")
OOM_SCORE_ADJ: Final = -450
HEALTHZ: Final = "http://127.0.0.1:10248/healthz"
ABSENT: Final = "the image has no kubelet: build one into it as /usr/bin/kubelet or /usr/local/bin/kubelet"


def kubelet_spec(
    command: tuple[str, ...], *, condition: Condition, prepare: Callable[[], Awaitable[None]]
) -> ServiceSpec:
    """The kubelet, restarted for ever. Over the contract it may be started and restarted, as upstream has it."""
    return ServiceSpec(
        id=SERVICE,
        command=command,
        restart=RestartPolicy.forever(),
        # upstream's overrides; the first 2 s are a phase of quick checks
        health=HealthCheck(check=HttpGet(HEALTHZ), initial_delay=2.0, period=5.0, timeout=0.5, warmup_period=0.1),
        cgroup=CGROUP,
        oom_score_adj=OOM_SCORE_ADJ,
        prepare=prepare,
        condition=condition,
        operations=frozenset({Operation.START, Operation.RESTART}),
    )


def absent_spec() -> ServiceSpec:
    """What stands for the kubelet where there is none: a service that is skipped."""
    return ServiceSpec(id=SERVICE, command=("kubelet",), cgroup=CGROUP, skip=lambda: ABSENT)
