"""The wire format: what is encoded is decoded, and what is cut off does no harm."""

from __future__ import annotations

import errno
import struct
from ipaddress import ip_address, ip_interface, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.network.netlink import (
    NLMSG_ERROR,
    NLMSGERR_ATTR_MSG,
    Message,
    attribute_list,
    attributes,
    pack_attributes,
    raise_error,
    split,
)
from services.network.rtnetlink import decode_address, decode_route, encode_address, encode_route, is_ip_route
from services.network.state import LinkIndex, Route

PREFIXES = st.ip_addresses().flatmap(
    lambda ip: st.integers(0, ip.max_prefixlen).map(lambda length: ip_network((ip, length), strict=False))
)


@given(st.dictionaries(st.integers(1, 0x3FFF), st.binary(max_size=40)))
def test_attributes_round_trip(values: dict[int, bytes]) -> None:
    assert attributes(pack_attributes(values)) == values


@given(st.binary(max_size=200))
def test_garbage_ends_the_chain(data: bytes) -> None:
    assert sum(len(value) + 4 for _, value in attribute_list(data)) <= len(data) + 4
    assert sum(len(each.payload) + 16 for each in split(data)) <= len(data) + 16


@given(
    destination=PREFIXES,
    link=st.integers(1, 2**31 - 1),
    priority=st.integers(1, 2**32 - 1),
    table=st.integers(1, 2**32 - 1),
    mtu=st.integers(0, 65535),
    gateway=st.none() | st.ip_addresses(),
)
def test_routes_round_trip(destination: object, gateway: object, **numbers: int) -> None:
    route = Route(destination=destination, gateway=gateway, **numbers)  # type: ignore[arg-type] # from the strategies
    assert decode_route(encode_route(route)) == route
    assert is_ip_route(encode_route(route))


@pytest.mark.parametrize(
    ("text", "broadcast"),
    [
        ("10.5.0.2/24", "10.5.0.255"),
        ("10.5.0.2/31", None),
        ("10.5.0.2/32", None),
        ("127.0.0.1/8", None),
        ("fd00::2/64", None),
    ],
)
def test_addresses_round_trip(text: str, broadcast: str | None) -> None:
    address = decode_address(encode_address(LinkIndex(3), ip_interface(text), 0))
    assert (str(address.interface), address.link, address.peer) == (text, 3, None)
    assert address.broadcast == (None if broadcast is None else ip_address(broadcast))


def test_the_kernels_error_has_its_number_and_its_words() -> None:
    header = struct.pack("=IHHII", 16, 20, 0, 1, 0)
    words = pack_attributes({NLMSGERR_ATTR_MSG: b"Address already assigned\0"})
    payload = struct.pack("=i", -errno.EEXIST) + header + words
    with pytest.raises(FileExistsError, match=r"File exists \(Address already assigned\)"):
        raise_error(Message(NLMSG_ERROR, 0, 1, payload))
    raise_error(Message(NLMSG_ERROR, 0, 1, struct.pack("=i", 0) + header))
