"""Links listen to routers before they come up."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.network.advertisements import LISTENING, Acceptance, read_acceptances, write_acceptance
from services.network.apply import converge, revert
from services.network.layers import BridgeSlave, LinkSpec
from services.network.layers.contribution import Merged
from services.network.ledger import Ledger
from services.network.state import LinkName
from tests.unit.services.network.fakes import FakeKernel, link

ETH0 = LinkName("eth0")
DEAF = Acceptance(accept=1, autoconf=1)


def wanted(*links: LinkSpec) -> Merged:
    """Links as they are wanted."""
    return Merged(links={each.name: each for each in links})


def lab() -> FakeKernel:
    """A kernel with a link that is down and a bridge."""
    kernel = FakeKernel(acceptances={ETH0: DEAF, LinkName("lo"): DEAF})
    kernel.plug(link("eth0", 2))
    return kernel


def test_a_link_listens_before_it_comes_up_and_deafness_is_mended() -> None:
    kernel = lab()
    outcome = converge(kernel, wanted(LinkSpec(name=ETH0, up=True)), Ledger())
    assert [each.operation.describe() for each in outcome.done] == ["listen to routers on eth0", "bring up eth0"]
    assert (kernel.acceptances[ETH0], outcome.failed) == (LISTENING, ())
    assert converge(kernel, wanted(LinkSpec(name=ETH0, up=True)), Ledger()).done == ()
    kernel.acceptances[ETH0] = Acceptance(accept=0, autoconf=0)
    again = converge(kernel, wanted(LinkSpec(name=ETH0, up=True)), Ledger())
    assert kernel.acceptances[ETH0] == LISTENING
    revert(kernel, again.done)
    assert kernel.acceptances[ETH0] == Acceptance(accept=0, autoconf=0)


@pytest.mark.parametrize(
    "spec",
    [
        LinkSpec(name=ETH0),  # nobody wants it up
        LinkSpec(name=LinkName("lo"), up=True),
        LinkSpec(name=ETH0, up=True, bridge_slave=BridgeSlave(master=LinkName("br0"))),  # the bridge listens
        LinkSpec(name=LinkName("eth9"), up=True),  # not there
    ],
)
def test_others_do_not(spec: LinkSpec) -> None:
    kernel = lab()
    converge(kernel, wanted(spec), Ledger())
    assert set(kernel.acceptances.values()) == {DEAF}


def test_a_link_without_ipv6_is_no_fault() -> None:
    kernel = lab()
    kernel.acceptances.clear()
    outcome = converge(kernel, wanted(LinkSpec(name=ETH0, up=True)), Ledger())
    assert [each.operation.describe() for each in outcome.done] == ["bring up eth0"]


def test_files(tmp_path: Path) -> None:
    place = tmp_path / "sys/net/ipv6/conf/eth0"
    place.mkdir(parents=True)
    (place / "accept_ra").write_text("1\n")
    (place / "autoconf").write_text("0\n")
    assert read_acceptances(tmp_path, [ETH0, LinkName("tun0")]) == {ETH0: Acceptance(accept=1, autoconf=0)}
    write_acceptance(tmp_path, ETH0, LISTENING)
    assert read_acceptances(tmp_path, [ETH0]) == {ETH0: LISTENING}
    with pytest.raises(FileNotFoundError):
        write_acceptance(tmp_path, LinkName("tun0"), LISTENING)
