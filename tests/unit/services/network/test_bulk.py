"""Many at once: what comes of it, and what is told of it, is what comes of one after the other."""

from __future__ import annotations

import errno
import os
import struct
from ipaddress import IPv4Network, ip_address, ip_interface

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.network.apply import Done, apply
from services.network.netlink import NLM_F_ACK, NLMSG_ERROR, NetlinkSocket, Request, pack_attributes, split, u32
from services.network.operations import AddAddress, AddRoute, Operation, RemoveAddress, RemoveRoute
from services.network.rtnetlink import (
    RTA_DST,
    RTA_GATEWAY,
    RTA_OIF,
    RTA_PREFSRC,
    RTA_PRIORITY,
    RTA_TABLE,
    RTM_F_CLONED,
    RouteReader,
    decode_route,
)
from services.network.state import Link, LinkIndex, LinkName, Route
from tests.unit.services.network.fakes import FakeKernel, attempt, link

ETH0 = link("eth0", 2, up=True)
# one that a plan was to make, and that did not come
LOST = Link(name=LinkName("lost"), index=LinkIndex(-1))
LINKS = st.sampled_from([ETH0, ETH0, LOST])
INTERFACES = st.builds(lambda host: ip_interface(f"10.0.0.{host}/24"), st.integers(1, 4))
ROUTES = st.builds(
    lambda destination, link, gateway, priority: Route(
        destination=destination, link=link, gateway=gateway, priority=priority
    ),
    destination=st.builds(lambda number: IPv4Network((0x0B000000 + (number << 8), 24)), st.integers(0, 3)),
    link=st.just(ETH0.index),
    gateway=st.sampled_from([None, ip_address("10.0.0.9"), ip_address("10.9.0.9")]),
    priority=st.integers(1, 2),
)
OPERATIONS = (
    st.builds(lambda link, interface: AddAddress(link=link, interface=interface, scope=0), LINKS, INTERFACES)
    | st.builds(lambda link, interface: RemoveAddress(link=link, interface=interface, scope=0), LINKS, INTERFACES)
    | st.builds(lambda route: AddRoute(route=route, link=ETH0.name), ROUTES)
    | st.builds(lambda route: RemoveRoute(route=route, link=ETH0.name), ROUTES)
)


@given(st.lists(OPERATIONS, max_size=30))
def test_at_once_is_one_by_one(operations: list[Operation]) -> None:
    together, alone = (FakeKernel(links={"lo": link("lo", 1), "eth0": ETH0}) for _ in range(2))
    done = apply(together, operations)
    assert done == [each for operation in operations for each in apply(alone, [operation])]
    assert [each.operation for each in done] == operations
    assert (together.addresses, together.routes) == (alone.addresses, alone.routes)


@given(st.lists(OPERATIONS, max_size=10))
def test_what_is_told_is_what_execute_does(operations: list[Operation]) -> None:
    together, alone = (FakeKernel(links={"lo": link("lo", 1), "eth0": ETH0}) for _ in range(2))
    for operation, done in zip(operations, apply(together, operations), strict=True):
        try:
            expected = Done(operation=operation, changed=operation.execute(alone))
        except OSError as error:
            expected = Done(operation=operation, error=error.strerror or str(error))
        assert done == expected


@st.composite
def dumped(draw: st.DrawFn) -> bytes:
    """A route of IPv4 as the kernel writes it, and now and then something of the same length."""
    values = {RTA_TABLE: u32(draw(st.integers(1, 300))), RTA_DST: draw(st.binary(min_size=4, max_size=4))}
    priority = draw(st.sampled_from([RTA_PRIORITY, RTA_PRIORITY, RTA_PREFSRC]))
    values[priority] = u32(draw(st.integers(0, 2**32 - 1)))
    if draw(st.booleans()):
        values[RTA_GATEWAY] = bytes([10, 0, 0, draw(st.integers(0, 3))])
    values[RTA_OIF] = u32(draw(st.integers(1, 2**31 - 1)))
    flags = draw(st.sampled_from([0, 0, 1, RTM_F_CLONED]))
    family = draw(st.sampled_from([2, 2, 2, 128]))
    header = struct.pack("=BBBBBBBBI", family, draw(st.integers(0, 32)), 0, 0, 254, 3, 0, 1, flags)
    return header + pack_attributes(values)


@given(st.lists(dumped(), max_size=8))
def test_routes_that_are_read_at_one_go_are_those_that_are_read_part_by_part(payloads: list[bytes]) -> None:
    kept = [each for each in payloads if each[0] == 2 and not each[9] & RTM_F_CLONED >> 8]
    assert RouteReader().read(payloads) == tuple(map(decode_route, dict.fromkeys(kept)))


@given(st.lists(st.lists(dumped(), max_size=4), max_size=4))
def test_what_was_read_before_is_no_other_than_what_is_read_anew(dumps: list[list[bytes]]) -> None:
    reader = RouteReader()
    for payloads in dumps:
        routes = reader.read(payloads)
        assert routes == RouteReader().read(payloads)
        assert all(again is first for again, first in zip(reader.read(payloads), routes, strict=True))


class Answers:
    """A socket of a kernel that refuses every seventh request, and has room for so many answers."""

    def __init__(self, room: int = 1000) -> None:
        self.sent: list[int] = []
        self._room = room
        self._queue: list[bytes | OSError] = []

    def sendto(self, data: bytes, _: tuple[int, int]) -> None:
        """Take many requests and answer as the kernel does: refusals always, the rest if asked."""
        messages = list(split(data))
        self.sent.append(len(messages))
        for each in messages:
            code = -errno.ENETUNREACH if each.payload[0] % 7 == 0 else 0
            if code or each.flags & NLM_F_ACK:
                answer = struct.pack("=IHHIIiIHHII", 36, NLMSG_ERROR, 0, each.sequence, 0, code, 16, 0, 0, 0, 0)
                self._queue.append(answer)
        if len(self._queue) > self._room:
            self._queue[self._room :] = []
            self._queue.insert(0, OSError(errno.ENOBUFS, os.strerror(errno.ENOBUFS)))

    def recv(self, _: int) -> bytes:
        """The next answer."""
        if not self._queue:
            raise BlockingIOError
        answer = self._queue.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    def close(self) -> None:
        """Nothing to close."""


def opened(answers: Answers) -> NetlinkSocket:
    """A socket that asks them."""
    netlink = NetlinkSocket()
    netlink.close()
    netlink._socket = answers  # type: ignore[assignment] # as much of one as is asked for
    return netlink


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 600])
def test_every_request_has_its_own_answer(count: int) -> None:
    answers = Answers()
    netlink = opened(answers)
    requests = [Request(24, 0, bytes([number % 251])) for number in range(count)]
    errors = netlink.request_all(requests)
    refused = [number for number, error in enumerate(errors) if error is not None]
    assert refused == [number for number in range(count) if number % 251 % 7 == 0]
    assert {error.errno for error in errors if error} <= {errno.ENETUNREACH}
    assert len(errors) == count == sum(answers.sent)
    assert len(answers.sent) == -(-count // 128), "many in one call"
    assert netlink.request_all(requests) is not None, "nothing is left over that a later request could take for its own"


def test_an_answer_that_is_lost_is_told_and_the_next_requests_have_theirs() -> None:
    netlink = opened(Answers(room=3))
    errors = netlink.request_all([Request(24, 0, bytes([number])) for number in range(100)])
    assert {error.errno for error in errors if error} == {errno.ENOBUFS}
    assert len([error for error in errors if error]) == 100, "what the kernel did is not known of any"
    assert attempt(netlink.request, 24, b"\x01") is None
    assert isinstance(attempt(netlink.request, 24, b"\x07"), OSError)
