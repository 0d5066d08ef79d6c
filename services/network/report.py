"""Telling of every reconcile: resources, files under /etc, health, log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from services.network.etc import render_etc, search_domains
from services.network.resources import Published, Store, publish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from structlog.stdlib import BoundLogger

    from services.network.layers.specs import ResolverSpec
    from services.network.reconcile import Report


class Health(Protocol):
    """The answer to health checks."""

    def set(self, serving: bool) -> None:
        """Say whether the component serves."""


class Files(Protocol):
    """The files under /etc."""

    @property
    def ready(self) -> bool:
        """Whether they are as wanted."""

    def want(self, files: Mapping[str, bytes]) -> None:
        """Take new contents."""


class Probes(Protocol):
    """Probes of what the network reaches."""

    @property
    def connected(self) -> bool | None:
        """Whether all succeed; None if there are none."""


class Names(Protocol):
    """The node's own name server."""

    def take(self, report: Report) -> None:
        """Take what is wanted of it."""

    def resolvers(self, upstreams: ResolverSpec | None) -> ResolverSpec | None:
        """Return whom the node is to ask."""


class Reporter:
    """Tells everybody who asks for the state of the network."""

    def __init__(
        self,
        *,
        store: Store,
        files: Files,
        names: Names,
        probes: Probes,
        health: Health,
        settled: Callable[[], None],
        log: BoundLogger,
    ) -> None:
        """Build it; settled is called at each report that was made in knowledge of the config."""
        self._store = store
        self._files = files
        self._names = names
        self._probes = probes
        self._health = health
        self._settled = settled
        self._log = log
        self._complaints: tuple[str, ...] = ()
        self._report: Report | None = None

    def take(self, report: Report) -> None:
        """Tell of a reconcile."""
        self._report = report
        if report.settled:
            self._names.take(report)
            self._files.want(_files(report, self._names.resolvers(report.merged.resolvers)))
        self._publish(report)
        self._log_changes(report)
        self.tell_health()
        if report.settled:
            self._settled()

    def tell_health(self) -> None:
        """Set health: not serving while a link is missing or an operation fails, for both may pass.

        A config that is wrong does not count: it stays wrong until it is changed, and waiting does not help.
        """
        if self._report is not None:
            self._health.set(not self._report.missing and not self._report.failed)

    def _publish(self, report: Report) -> None:
        published = Published(
            contributions=report.contributions,
            merged=report.merged,
            search=search_domains(report.etc, report.merged.resolvers, report.merged.hostname),
            addresses=report.addresses,
            etc_files_ready=self._files.ready,
            connected=self._probes.connected,
        )
        publish(self._store, report.seen, published)

    def _log_changes(self, report: Report) -> None:
        for each in report.done:
            if each.changed:
                self._log.info(each.operation.describe())
        complaints = (
            *(f"waiting for link {each.name} ({each.where})" for each in report.missing),
            *(f"cannot {each.operation.describe()}: {each.error}" for each in report.failed),
            *(str(each) for each in report.problems),
        )
        # once for each state, not once for each try
        for complaint in complaints:
            if complaint not in self._complaints:
                self._log.warning(complaint)
        if self._complaints and not complaints:
            self._log.info("the network is as wanted")
        self._complaints = complaints


def _files(report: Report, resolvers: ResolverSpec | None) -> dict[str, bytes]:
    return render_etc(
        report.etc,
        hostname=report.merged.hostname,
        address=None if report.addresses.default is None else report.addresses.default.ip,
        resolvers=resolvers,
    )
