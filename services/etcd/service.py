"""etcd as a service of the supervisor."""

from __future__ import annotations

import resource
from collections.abc import Awaitable, Callable
from typing import Final

from libtalos.supervise.health import HealthCheck
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.spec import Condition, ServiceSpec
from libtalos.supervise.status import ServiceId

SERVICE: Final = ServiceId("etcd")
CGROUP: Final = "podruntime/etcd"
VOLUMES: Final = ("/var/lib", "ETCD")  # as upstream
# upstream's numbers; below -900 needs CAP_SYS_RESOURCE, without it the supervisor notes that it could not be had
OOM_SCORE_ADJ: Final = -998
OPEN_FILES: Final = 10_240
# etcd hands its leadership over and syncs its log before it ends
STOP_TIMEOUT: Final = 8.0


def etcd_spec(
    command: tuple[str, ...],
    *,
    uid: int,
    gid: int,
    condition: Condition,
    prepare: Callable[[], Awaitable[None]],
    healthy: Callable[[], Awaitable[None]],
) -> ServiceSpec:
    """etcd under its own user, without privileges, restarted for ever.

    Over the contract it can be neither stopped nor restarted, as upstream has it: only the machine config decides.
    """
    return ServiceSpec(
        id=SERVICE,
        command=command,
        restart=RestartPolicy.forever(),
        # upstream's overrides; the first 5 s are a phase of quick checks, so that a boot does not wait for them
        health=HealthCheck(check=healthy, initial_delay=5.0, period=20.0, timeout=15.0, warmup_period=0.1),
        stop_timeout=STOP_TIMEOUT,
        cgroup=CGROUP,
        oom_score_adj=OOM_SCORE_ADJ,
        uid=uid,
        gid=gid,
        capabilities=frozenset(),
        no_new_privileges=True,
        rlimits={resource.RLIMIT_NOFILE: (OPEN_FILES, OPEN_FILES)},
        prepare=prepare,
        condition=condition,
        operations=frozenset(),
    )
