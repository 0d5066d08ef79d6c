"""The reconciler and its operators: no address goes away that need not, not even for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_interface

from services.network.layers import AddressSpec, Contribution, DhcpOptions, Layer, LinkSpec, OperatorSpec
from services.network.layers.configuration import Settings
from services.network.layers.words import OperatorKind
from services.network.ledger import Ledger
from services.network.memory import Memory
from services.network.reconcile import Reconciler, Report
from services.network.state import Address, AddressKey, Interface, LinkIndex, LinkName, Seen
from tests.unit.services.network.fakes import FakeKernel, FakeMemories, link

ETH0 = LinkName("eth0")
KEY = "dhcp4/eth0"
HELD: Interface = ip_interface("10.0.0.50/24")
CLIENT = OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0, dhcp=DhcpOptions())
WANTS = Settings(contribution=Contribution(layer=Layer.CONFIGURATION, operators=(CLIENT,)))
LEASED = Contribution(
    layer=Layer.OPERATOR,
    source=KEY,
    addresses=(AddressSpec(link=ETH0, address=HELD),),
    links=(LinkSpec(name=ETH0, up=True, mtu=1400),),
)


class Pauses:
    """Waits for nothing."""

    def pause(self, failures: int) -> float:
        """No wait."""
        return 0.0


class Lab:
    """A reconciler after a restart: what an earlier process leased is in the kernel and in the ledger."""

    def __init__(self, *, container: bool = True, remembers: bool = True) -> None:
        self.kernel = FakeKernel()
        self.kernel.plug(link("eth0", 2, up=True))
        self.kernel.addresses.append(Address(link=LinkIndex(2), interface=HELD))
        self.remembers = remembers
        self.wanted: list[list[str]] = []
        ledger = Ledger(addresses=frozenset({AddressKey("eth0", str(HELD))}))
        self.memories = FakeMemories()
        self.reports: list[Report] = []
        self.reconciler = Reconciler(
            kernel=self.kernel,
            memory=Memory(ledger=ledger),
            memories=self.memories,
            identity=lambda: "",
            report=self.reports.append,
            retry=Pauses(),
            container=container,
            runs=(OperatorKind.DHCP4,),
            operate=self._operate,
        )

    @property
    def held(self) -> bool:
        """Whether eth0 has the address."""
        return any(each.interface == HELD for each in self.kernel.addresses)

    def _operate(self, specs: Mapping[str, OperatorSpec], seen: Seen) -> None:
        assert "eth0" in seen.links
        self.wanted.append(sorted(specs))
        self.reconciler.contribute(KEY, LEASED if self.remembers and KEY in specs else None)


def removed(report: Report) -> list[str]:
    """What was taken away."""
    return [each.operation.describe() for each in report.done if each.operation.describe().startswith("remove")]


async def test_before_the_config_is_known_nothing_is_taken_away() -> None:
    lab = Lab()
    assert removed(lab.reconciler.apply()) == []
    assert (lab.held, lab.wanted, lab.memories.saved) == (True, [], None)


async def test_what_an_operator_remembers_counts_in_the_same_reconcile() -> None:
    lab = Lab()
    lab.reconciler.apply()
    lab.reconciler.want(WANTS)
    report = lab.reconciler.apply()
    assert (removed(report), lab.held, lab.kernel.links["eth0"].mtu) == ([], True, 1400)
    assert lab.wanted == [[KEY]]
    assert not report.problems


async def test_what_nobody_remembers_is_taken_away() -> None:
    lab = Lab(remembers=False)
    lab.reconciler.want(WANTS)
    assert removed(lab.reconciler.apply()) == ["remove address 10.0.0.50/24 from eth0"]


async def test_an_operator_that_is_not_wanted_any_more_takes_its_address_with_it() -> None:
    lab = Lab()
    lab.reconciler.want(WANTS)
    lab.reconciler.apply()
    lab.reconciler.want(Settings())
    lab.reconciler.apply()
    assert (lab.wanted[-1], lab.held) == ([], False)


async def test_a_lease_does_not_take_away_the_client_that_has_it() -> None:
    """Where nobody speaks of a link it gets a client by default; what that finds out is no such word."""
    lab = Lab(container=False)
    lab.reconciler.want(Settings(ignored=frozenset({LinkName("lo")})))
    for _ in range(3):
        lab.reconciler.apply()
    assert lab.wanted == [[KEY]] * 3
    assert lab.held
