"""DHCP for IPv6: messages, what is believed of an answer, and the life of a lease on a clock that the test moves."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_interface

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.network.operators.dhcp6.identity import make_identity
from services.network.operators.dhcp6.machine import Dhcp6
from services.network.operators.dhcp6.message import Kind, Message, Option, Options, decode, encode, encode_options
from services.network.operators.dhcp6.reading import RefusedError, read_lease
from services.network.operators.lease import Answer
from services.network.operators.machine import NEVER
from services.network.state import Ip
from tests.unit.services.network.operators.servers import HARDWARE, Life, Server6, dice, seconds

SOLICIT, REQUEST, RENEW, REBIND, RELEASE = Kind.SOLICIT, Kind.REQUEST, Kind.RENEW, Kind.REBIND, Kind.RELEASE
IDENTITY = make_identity(HARDWARE)
NOW = 1000.0


def life(server: Server6, *, taken: dict[Ip, str] | None = None, remembered: Answer | None = None) -> Life:
    """A client without a carrier."""
    machine = Dhcp6(
        identity=IDENTITY,
        taken=lambda address: (taken or {}).get(address, ""),
        random=dice(),
        remembered=remembered,
    )
    return Life(machine=machine, server=server)


def bound(server: Server6) -> Life:
    """A client that holds a lease."""
    each = life(server)
    each.begin()
    assert each.machine.lease is not None
    return each


def state(each: Life) -> tuple[str, str]:
    """What it does, and the error."""
    status = each.machine.status(each.now)
    return status.state, status.error


def reply(*inner: tuple[int, bytes], outer: Options = (), server: bytes = b"\0\3\0\1s", iaid: bytes = b"") -> Message:
    """An answer with options in its IA_NA and beside it."""
    head = (iaid or IDENTITY.iaid) + bytes(8)
    options = ((Option.SERVER, server), (Option.ADDRESSES, head + encode_options(inner)), *outer)
    return Message(kind=Kind.REPLY, transaction=1, options=options)


def address(text: str, preferred: int = 60, valid: int = 120) -> tuple[int, bytes]:
    """An address in an IA_NA."""
    return Option.ADDRESS, IPv6Address(text).packed + seconds(preferred) + seconds(valid)


@settings(deadline=None)
@given(
    st.builds(
        Message,
        kind=st.sampled_from(Kind),
        transaction=st.integers(0, 2**24 - 1),
        options=st.lists(st.tuples(st.integers(0, 65535), st.binary(max_size=50)), max_size=6).map(tuple),
    )
)
def test_what_is_written_is_read(message: Message) -> None:
    assert decode(encode(message)) == message


@pytest.mark.parametrize("data", [b"", b"\7\0\0", b"\x63\0\0\0", b"\7\0\0\0\0", b"\7\0\0\0\0\1\0\2x"])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"not a message|cut off|is not a valid"):
        decode(data)


def test_everything_that_a_server_gives() -> None:
    time_servers = encode_options([(1, IPv6Address("fd00::3").packed), (3, b"\1a\0")])
    outer = (
        (Option.RESOLVERS, IPv6Address("fd00::2").packed + IPv6Address("fe80::2").packed),
        (Option.SEARCH, b"\7example\3org\0"),
        (Option.TIME_SERVERS, time_servers),
    )
    lease = read_lease(reply(address("fd00::50"), outer=outer), IDENTITY.iaid, NOW)
    assert (lease.address, lease.server) == (ip_interface("fd00::50/128"), b"\0\3\0\1s".hex())
    assert (lease.renew_at, lease.rebind_at, lease.expires_at) == (NOW + 60, NOW + 96, NOW + 120)
    assert lease.resolvers == (ip_address("fd00::2"), ip_address("fe80::2"))
    assert (lease.search, lease.time_servers) == (("example.org",), (ip_address("fd00::3"),))
    assert lease.refused == ()


def test_the_first_address_that_can_be_used_is_taken_and_others_are_told() -> None:
    bad = ("::1", "ff02::1", "fe80::1", "::", "::ffff:10.0.0.1")
    lease = read_lease(reply(*map(address, bad), address("fd00::9")), IDENTITY.iaid, NOW)
    assert lease.address == ip_interface("fd00::9/128")
    assert len(lease.refused) == len(bad)


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (reply(), "no address"),
        (reply(address("fd00::1"), iaid=b"else"), "no address"),
        (reply(address("fd00::1"), server=b""), "who it is"),
        (reply(address("fd00::1", valid=0, preferred=0)), "no time to live"),
        (reply(address("fd00::1", valid=1, preferred=2)), "preferred for longer"),
        (reply((Option.ADDRESS, b"short")), "an address is cut off"),
    ],
)
def test_an_answer_without_an_address_that_can_be_used_is_refused(message: Message, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_lease(message, IDENTITY.iaid, NOW)


def test_a_status_is_a_refusal_in_words_without_control_characters() -> None:
    status = (Option.STATUS, b"\0\2no\n\x1broom")
    for message in (reply(status), reply(outer=(status,))):
        with pytest.raises(RefusedError, match=r'no addresses are available: "no\?\?room"'):
            read_lease(message, IDENTITY.iaid, NOW)
    assert read_lease(reply(address("fd00::1"), (Option.STATUS, b"\0\0fine")), IDENTITY.iaid, NOW)


def test_bad_search_domains_are_told() -> None:
    lease = read_lease(reply(address("fd00::1"), outer=((Option.SEARCH, b"\4a\nbc\0\1b\0"),)), IDENTITY.iaid, NOW)
    assert (lease.search, lease.refused) == (("b",), ("search domain: 'a\\nbc' is not a name",))
    cut = read_lease(reply(address("fd00::1"), outer=((Option.SEARCH, b"\4a"),)), IDENTITY.iaid, NOW)
    assert cut.refused == ("search domains: a name is cut off",)


def test_from_nothing_to_a_lease() -> None:
    server = Server6()
    each = bound(server)
    assert server.seen == [SOLICIT, REQUEST]
    assert state(each) == ("bound", "")


def test_a_server_may_commit_rapidly() -> None:
    server = Server6(rapid=True)
    bound(server)
    assert server.seen == [SOLICIT]


def test_renewal_then_rebinding_then_the_end_then_anew() -> None:
    server = Server6(lease=3600)
    each = bound(server)
    each.until(lambda: each.now > 1000)
    assert server.seen == [SOLICIT, REQUEST, RENEW]
    held = each.machine.lease
    assert held is not None
    server.answers = False
    each.until(lambda: each.machine.lease is None)
    assert each.now == held.expires_at
    assert {RENEW, REBIND} < set(server.seen)
    assert state(each) == ("soliciting", "the lease of fd00::50 ran out without an answer")
    server.answers = True
    each.until(lambda: each.machine.lease is not None)


def test_nobody_answers_for_a_day() -> None:
    server = Server6(answers=False)
    each = life(server)
    each.begin()
    each.until(lambda: each.now > 1000 + 86400, steps=2000)
    assert 650 < len(server.seen) < 850
    assert state(each)[0] == "soliciting"
    assert state(each)[1].startswith("no answer for 86")
    server.answers = True
    each.until(lambda: each.machine.lease is not None, steps=2)


def test_what_was_remembered_is_held_and_asked_for_first() -> None:
    before = bound(Server6())
    server = Server6()
    each = life(server, remembered=before.machine.answer)
    assert each.machine.lease == before.machine.lease
    each.begin()
    assert server.seen == [REBIND]
    assert state(each) == ("bound", "")
    assert state(life(server, remembered=Answer(payload=b"?", asked_at=1.0)))[1].startswith("what was remembered")


def test_what_was_remembered_is_held_while_nobody_answers() -> None:
    before = bound(Server6())
    server = Server6(answers=False)
    each = life(server, remembered=before.machine.answer)
    each.begin()
    each.until(lambda: state(each)[0] == "soliciting")
    assert each.machine.lease is not None
    each.until(lambda: each.machine.lease is None)
    assert each.now == 1000 + 120


def test_a_server_without_room_is_asked_again_with_growing_patience() -> None:
    server = Server6(status=2)
    each = life(server)
    each.begin()
    assert state(each) == ("soliciting", 'a server refused: no addresses are available: "no?room"')
    each.until(lambda: each.now > 1000 + 3600, steps=500)
    assert len(server.seen) < 60
    server.status = 0
    each.until(lambda: each.machine.lease is not None)


def test_a_lease_that_the_server_forgot_is_given_up() -> None:
    server = Server6(lease=3600)
    each = bound(server)
    server.status = 3
    each.until(lambda: each.machine.lease is None)
    assert RENEW in server.seen
    assert state(each) == ("waiting", 'a server refused: it knows of no lease: "no?room"')
    server.status = 0
    each.until(lambda: each.machine.lease is not None)


def test_a_server_that_advertises_and_refuses_does_not_make_it_run_hot() -> None:
    server = Server6()
    each = life(server)
    each.machine.begin(each.now)
    for _ in range(200):
        for sent in each.machine.take():
            server.status = 2 if decode(sent.payload).kind is REQUEST else 0
            each.machine.receive(server.answer(sent) or b"", each.now)
            waiting = each.machine.take()
            for later in waiting:
                each.machine.receive(server.answer(later) or b"", each.now)
        each.now = max(each.now, each.machine.due)
        each.machine.advance(each.now)
    assert each.now > 1000 + 3600


def test_an_address_of_another_link_is_refused() -> None:
    each = life(Server6(), taken={ip_address("fd00::50"): "eth1"})
    each.begin()
    assert state(each) == ("soliciting", "fd00::50 was refused: eth1 has that address")


def test_release() -> None:
    server = Server6()
    each = bound(server)
    each.machine.give_back(each.now)
    (release,) = each.machine.take()
    message = decode(release.payload)
    assert (message.kind, message.get(Option.SERVER)) == (RELEASE, server.duid)
    assert IPv6Address("fd00::50").packed in (message.get(Option.ADDRESSES) or b"")
    assert (each.machine.lease, each.machine.due) == (None, NEVER)


def test_without_a_carrier_it_is_silent_until_the_lease_ends() -> None:
    server = Server6()
    each = bound(server)
    each.machine.halt()
    each.until(lambda: each.machine.lease is None)
    assert (server.seen, each.now) == ([SOLICIT, REQUEST], 1000 + 120)


def test_answers_to_others_are_passed_over() -> None:
    server = Server6(rapid=True)
    each = life(server)
    each.machine.begin(each.now)
    (solicit,) = each.machine.take()
    answer = server.answer(solicit) or b""
    without_commit = answer.replace(b"\0\x0e\0\0", b"\0\xff\0\0")
    for other in (b"\7abc" + answer[4:], answer.replace(IDENTITY.duid, b"\0\3\0\1others"), without_commit):
        each.machine.receive(other, each.now)
        assert each.machine.lease is None
    each.machine.receive(answer, each.now)
    assert each.machine.lease is not None


@settings(deadline=None)
@given(st.integers(0, 2**32), st.lists(st.tuples(st.sampled_from(Option), st.binary(max_size=40)), max_size=4))
def test_whatever_a_server_answers_it_goes_on(seed: int, options: list[tuple[Option, bytes]]) -> None:
    random = dice(seed)
    server = Server6(options=tuple(options), rapid=random.random() < 0.5)
    each = life(server)
    each.machine.begin(each.now)
    for _ in range(30):
        for sent in each.machine.take():
            answer = bytearray(server.answer(sent) or b"")
            for _ in range(random.randint(0, 4) if answer else 0):
                answer[random.randrange(4, len(answer))] = random.randrange(256)
            each.machine.receive(bytes(answer), each.now)
        lease = each.machine.lease
        for name in () if lease is None else lease.search:
            assert all(letter.isascii() and (letter.isalnum() or letter in "-_.") for letter in name)
        each.now = max(each.now, min(each.machine.due, each.now + 86400))
        each.machine.advance(each.now)
    assert len(server.seen) < 100
    server.options = ()
    each.machine.halt()
    each.begin()
    each.until(lambda: each.machine.lease is not None)
