"""From specs to clients: how they call themselves, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.network.layers import DhcpOptions, OperatorSpec
from services.network.layers.words import ClientIdentifier, OperatorKind
from services.network.operators.dhcp4.message import Option, decode
from services.network.operators.dhcp6 import message as six
from services.network.operators.machine import Machine
from services.network.operators.making import SessionMaker
from services.network.operators.memory import LeaseFiles
from services.network.state import Link, LinkIndex, LinkName
from tests.unit.services.network.operators.servers import HARDWARE, dice

LINK = Link(name=LinkName("eth0"), index=LinkIndex(2), hardware_addr=HARDWARE)


def machine(directory: Path, dhcp: DhcpOptions | None, *, kind: OperatorKind = OperatorKind.DHCP4) -> Machine:
    """What is made for a spec."""
    maker = SessionMaker(memory=LeaseFiles(directory), random=dice())
    spec = OperatorSpec(kind=kind, link=LINK.name, dhcp=dhcp)
    session = maker.make("dhcp4/eth0", spec, LINK, taken=lambda address: "", woken=lambda: None)
    return session._machine


def asked(directory: Path, dhcp: DhcpOptions | None) -> dict[int, bytes]:
    """The options of the first message."""
    made = machine(directory, dhcp)
    made.begin(0.0)
    return decode(made.take()[0].payload).options


@pytest.mark.parametrize(
    ("dhcp", "client_id"),
    [
        (None, None),
        (DhcpOptions(client_identifier=ClientIdentifier.NONE), None),
        (DhcpOptions(client_identifier=ClientIdentifier.MAC), b"\1" + HARDWARE),
        (DhcpOptions(client_identifier=ClientIdentifier.DUID), b"\xff" + HARDWARE[-4:] + b"\0\3\0\1" + HARDWARE),
        (
            DhcpOptions(client_identifier=ClientIdentifier.DUID, duid="00:04:0a"),
            b"\xff" + HARDWARE[-4:] + b"\0\4\x0a",
        ),
    ],
)
def test_clients_call_themselves_as_they_are_told(
    tmp_path: Path, dhcp: DhcpOptions | None, client_id: bytes | None
) -> None:
    assert asked(tmp_path, dhcp).get(Option.CLIENT) == client_id


def test_a_hostname_is_asked_for_unless_it_is_known(tmp_path: Path) -> None:
    assert Option.HOSTNAME in asked(tmp_path, None)[Option.PARAMETERS]
    assert Option.HOSTNAME not in asked(tmp_path, DhcpOptions(skip_hostname_request=True))[Option.PARAMETERS]


def test_ipv6_takes_the_duid_too(tmp_path: Path) -> None:
    made = machine(tmp_path, DhcpOptions(duid="0004aabb"), kind=OperatorKind.DHCP6)
    made.begin(0.0)
    assert six.decode(made.take()[0].payload).get(six.Option.CLIENT) == b"\0\4\xaa\xbb"


@pytest.mark.parametrize(
    ("duid", "why"), [("xyz", "is not hexadecimal"), ("00", "has 1 bytes"), ("00" * 131, "has 131 bytes")]
)
def test_a_duid_that_is_none_is_refused(tmp_path: Path, duid: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        machine(tmp_path, DhcpOptions(duid=duid))


def test_what_is_not_made_here_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="vip is not supported"):
        machine(tmp_path, None, kind=OperatorKind.VIP)


def test_a_link_without_an_ethernet_address_is_refused(tmp_path: Path) -> None:
    maker = SessionMaker(memory=LeaseFiles(tmp_path), random=dice())
    spec = OperatorSpec(kind=OperatorKind.DHCP4, link=LinkName("tun0"))
    link = Link(name=LinkName("tun0"), index=LinkIndex(3))
    with pytest.raises(ValueError, match="tun0 has no Ethernet address"):
        maker.make("dhcp4/tun0", spec, link, taken=lambda address: "", woken=lambda: None)


def test_a_memory_that_cannot_be_read_is_no_memory(tmp_path: Path) -> None:
    (tmp_path / "dhcp4-eth0.json").write_text("no")
    assert machine(tmp_path, None).lease is None
