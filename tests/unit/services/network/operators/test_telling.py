"""What operators do, as resources and as lines of a log."""

from __future__ import annotations

from ipaddress import ip_interface

import pytest
import structlog
from structlog.testing import LogCapture

from libtalos.resources.definitions.operators import OperatorStatus
from libtalos.resources.store import ResourceStore
from services.network.operators.lease import Lease, Status
from services.network.operators.running import Told
from services.network.operators.telling import Teller
from services.network.operators.wiring import PUBLISHES
from services.network.state import LinkName

KEY = "dhcp4/eth0"
LEASE = Lease(
    address=ip_interface("10.9.0.55/24"),
    server="10.9.0.1",
    asked_at=1.0,
    renew_at=61.0,
    rebind_at=106.0,
    expires_at=121.0,
)


class Lab:
    """A teller, its store and its log."""

    def __init__(self) -> None:
        self.store = ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)
        self.lines = LogCapture()
        log: structlog.stdlib.BoundLogger = structlog.wrap_logger(None, processors=[self.lines])
        self.teller = Teller(store=self.store, log=log)

    def tell(self, state: str, error: str = "", lease: Lease | None = None) -> list[tuple[str, str]]:
        """Tell of one operator, and return what is logged of it."""
        status = Status(state=state, error=error)
        self.teller.tell({KEY: Told(operator="dhcp4", link=LinkName("eth0"), status=status, lease=lease)})
        return self.logged()

    def logged(self) -> list[tuple[str, str]]:
        """The new lines."""
        lines = [(each["log_level"], each["event"]) for each in self.lines.entries]
        self.lines.entries.clear()
        return lines


@pytest.fixture
def lab() -> Lab:
    """One for each test."""
    return Lab()


def test_a_resource_says_it_all(lab: Lab) -> None:
    lab.tell("bound", "MTU: 68 is not within 1280 and 9216", LEASE)
    (resource,) = lab.store.list(OperatorStatus)
    assert (resource.metadata.id, resource.spec) == (
        KEY,
        OperatorStatus(
            operator="dhcp4",
            link_name="eth0",
            state="bound",
            address="10.9.0.55/24",
            server="10.9.0.1",
            lease_seconds=120,
            error="MTU: 68 is not within 1280 and 9216",
        ),
    )
    lab.teller.tell({})
    assert lab.store.list(OperatorStatus) == []


def test_silence_is_one_line_and_its_end_another(lab: Lab) -> None:
    assert lab.tell("discovering") == []
    assert lab.tell("discovering", "no answer for 4 s") == [("warning", "dhcp4/eth0: no answer for 4 s")]
    assert lab.tell("discovering", "no answer for 12 s") == []
    assert lab.tell("bound", "", LEASE) == [
        ("info", "dhcp4/eth0: has 10.9.0.55/24 of 10.9.0.1 for 120 s"),
        ("info", "dhcp4/eth0: bound"),
    ]
    assert lab.tell("renewing", "", LEASE) == []
    assert lab.tell("discovering", "the lease ran out") == [
        ("info", "dhcp4/eth0: lost 10.9.0.55/24"),
        ("warning", "dhcp4/eth0: the lease ran out"),
    ]
    lab.teller.tell({})
    assert lab.logged() == [("info", "dhcp4/eth0: stopped")]
