"""init among the services: listed as any other, and not to be stopped as one (upstream's machined)."""

from __future__ import annotations

import os

from libtalos.supervise.journal import Journal, Listener, utc_now
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceId, ServiceStatus

OWN_ID = ServiceId("init")


class OwnService:
    """The service that this process is; the listener hears of its events."""

    def __init__(self, listener: Listener) -> None:
        spec = ServiceSpec(id=OWN_ID, command=("/sbin/init",), notify=True, operations=frozenset())
        self._journal = Journal(spec, now=utc_now, listener=listener)

    def started(self) -> None:
        """Say that init runs, and is well."""
        pid = os.getpid()
        self._journal.running(pid, f"Service started as process {pid}", restarts=0)
        self._journal.judge("")

    def status(self) -> ServiceStatus:
        """A snapshot."""
        return self._journal.status()
