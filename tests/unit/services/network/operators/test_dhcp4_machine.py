"""The life of a lease, on a clock that the test moves."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.network.operators.dhcp4.identity import Identity, duid_client_id, mac_client_id
from services.network.operators.dhcp4.machine import Dhcp4
from services.network.operators.dhcp4.message import Kind, Option, decode, encode
from services.network.operators.lease import Answer
from services.network.operators.machine import NEVER
from services.network.state import Ip
from tests.unit.services.network.operators.servers import HARDWARE, SERVER, Life, Server4, dice, four, seconds

DISCOVER, REQUEST, DECLINE, RELEASE = Kind.DISCOVER, Kind.REQUEST, Kind.DECLINE, Kind.RELEASE
ASKED = [(DISCOVER, None), (REQUEST, None)]


def life(server: Server4, *, taken: dict[Ip, str] | None = None, remembered: Answer | None = None) -> Life:
    """A client without a carrier."""
    identity = Identity(hardware=HARDWARE, client_id=mac_client_id(HARDWARE))
    machine = Dhcp4(
        identity=identity,
        taken=lambda address: (taken or {}).get(address, ""),
        random=dice(),
        remembered=remembered,
    )
    return Life(machine=machine, server=server)


def bound(server: Server4) -> Life:
    """A client that holds a lease."""
    each = life(server)
    each.begin()
    assert each.machine.lease is not None
    return each


def state(each: Life) -> tuple[str, str]:
    """What it does, and the error."""
    status = each.machine.status(each.now)
    return status.state, status.error


def test_from_nothing_to_a_lease() -> None:
    server = Server4()
    each = bound(server)
    assert server.seen == ASKED
    assert each.machine.lease is not None
    assert (each.machine.lease.address, each.machine.lease.server) == (ip_interface("10.0.0.50/24"), SERVER)
    assert state(each) == ("bound", "")
    assert each.machine.due == each.now + 60


def test_who_asks_says_who_it_is_and_what_it_wants() -> None:
    each = life(Server4())
    each.machine.begin(each.now)
    (discover,) = each.machine.take()
    message = decode(discover.payload)
    assert (message.hardware, message.options[Option.CLIENT]) == (HARDWARE, b"\1" + HARDWARE)
    assert (message.broadcast, len(discover.payload) >= 300) == (True, True)
    wanted = message.options[Option.PARAMETERS]
    assert wanted.index(Option.ROUTES) < wanted.index(Option.ROUTER)
    assert Option.HOSTNAME in wanted
    shy = Identity(hardware=HARDWARE, hostname=False)
    assert Option.HOSTNAME not in shy.parameters
    assert duid_client_id(HARDWARE, b"duid") == b"\xff" + HARDWARE[-4:] + b"duid"


def test_renewal_goes_to_the_server_from_the_address() -> None:
    each = bound(Server4())
    each.now = each.machine.due
    each.machine.advance(each.now)
    (renewal,) = each.machine.take()
    assert (str(renewal.destination), str(renewal.source)) == (SERVER, "10.0.0.50")
    message = decode(renewal.payload)
    assert (message.kind, str(message.client), message.broadcast) == (REQUEST, "10.0.0.50", False)
    # RFC 2131 4.3.2: a renewal names neither an address nor a server
    assert not {Option.REQUESTED_ADDRESS, Option.SERVER} & set(message.options)
    assert state(each) == ("renewing", "")


def test_a_lease_that_is_renewed_lasts_a_year_without_a_word_more_than_needed() -> None:
    server = Server4(lease=86400)
    each = bound(server)
    each.until(lambda: each.now > 1000 + 365 * 86400, steps=1000)
    assert server.seen == [*ASKED, *[(REQUEST, SERVER)] * 731]
    assert each.machine.lease is not None


def test_renewal_then_rebinding_then_the_end_then_anew() -> None:
    server = Server4(lease=3600)
    each = bound(server)
    server.answers = False
    each.until(lambda: each.machine.lease is None)
    assert each.now == 1000 + 3600
    kinds = [destination for _, destination in server.seen[2:]]
    # 1800, 2475, 2812.5, 2981.25, 3065.6, 3125.6 to the server; 3150, 3375, 3487.5, 3547.5 to all; then anew
    assert kinds == [SERVER] * 6 + [None] * 4 + [None]
    assert server.seen[-1] == (DISCOVER, None)
    assert state(each) == ("discovering", "the lease of 10.0.0.50 ran out without an answer")
    server.answers, server.address = True, "10.0.0.51"
    each.until(lambda: each.machine.lease is not None)
    assert state(each) == ("bound", "")


def test_a_server_that_comes_back_before_the_end_keeps_the_lease() -> None:
    server = Server4(lease=3600)
    each = bound(server)
    server.answers = False
    each.until(lambda: each.now > 1000 + 3150)
    assert state(each)[0] == "rebinding"
    server.answers = True
    each.until(lambda: state(each)[0] == "bound")
    assert each.machine.lease is not None
    assert each.machine.lease.expires_at == each.now + 3600


def test_nobody_answers_for_a_day() -> None:
    server = Server4(answers=False)
    each = life(server)
    each.begin()
    times = []
    for _ in range(6):
        before, each.now = each.now, each.machine.due
        each.machine.advance(each.now)
        each.talk()
        times.append(each.now - before)
    assert [round(each / 2) for each in times] == pytest.approx([2, 4, 8, 16, 32, 32], abs=1)
    assert len(set(times)) == 6
    assert state(each) == ("discovering", f"no answer for {each.now - 1000:.0f} s")
    each.until(lambda: each.now > 1000 + 86400, steps=2000)
    assert 1300 < len(server.seen) < 1400
    server.answers = True
    each.until(lambda: each.machine.lease is not None, steps=2)


def test_a_refusal_ends_the_lease_and_the_search_begins_at_once() -> None:
    server = Server4()
    each = bound(server)
    server.naks = True
    each.now = each.machine.due
    each.machine.advance(each.now)
    each.talk()
    assert each.machine.lease is None
    assert state(each) == ("waiting", 'server 10.0.0.1 refused: "no?such lease"')
    server.naks, server.address = False, "10.1.0.9"
    each.until(lambda: each.machine.lease is not None)
    assert server.seen[-2:] == ASKED


def test_a_server_that_offers_and_refuses_does_not_make_it_run_hot() -> None:
    server = Server4(naks=True)
    each = life(server)
    each.begin()
    each.until(lambda: each.now > 1000 + 3600, steps=2000)
    assert len(server.seen) < 150


def test_what_was_remembered_is_held_and_asked_for_first() -> None:
    before = bound(Server4())
    server = Server4()
    each = life(server, remembered=before.machine.answer)
    assert each.machine.lease == before.machine.lease
    each.now += 10
    each.begin()
    assert server.seen == [(REQUEST, None)]
    assert state(each) == ("bound", "")
    assert each.machine.lease is not None
    assert each.machine.lease.expires_at == each.now + 120


def test_what_was_remembered_is_held_while_nobody_answers() -> None:
    before = bound(Server4())
    server = Server4(answers=False)
    each = life(server, remembered=before.machine.answer)
    each.begin()
    each.until(lambda: state(each)[0] == "discovering")
    assert each.machine.lease is not None
    assert server.seen[:3] == [(REQUEST, None), (REQUEST, None), (DISCOVER, None)]
    each.until(lambda: each.machine.lease is None)
    assert each.now == 1000 + 120
    assert state(each)[0] == "discovering"


def test_in_another_network_what_was_remembered_is_refused() -> None:
    before = bound(Server4())
    server = Server4(naks=True)
    each = life(server, remembered=before.machine.answer)
    each.begin()
    assert each.machine.lease is None
    assert server.seen[:2] == [(REQUEST, None), (DISCOVER, None)]


def test_a_memory_that_is_no_lease_is_told_and_does_no_harm() -> None:
    each = life(Server4(), remembered=Answer(payload=b"?", asked_at=1.0))
    assert state(each) == ("no carrier", "what was remembered is no lease: not a message of DHCP")
    each.begin()
    assert state(each) == ("bound", "")


def test_without_a_carrier_it_is_silent_until_the_lease_ends() -> None:
    server = Server4()
    each = bound(server)
    each.machine.halt()
    assert each.machine.due == 1000 + 120
    each.until(lambda: each.machine.lease is None)
    assert server.seen == ASKED
    assert (each.machine.due, state(each)[0]) == (NEVER, "no carrier")


def test_a_new_carrier_starts_anew_with_what_is_held() -> None:
    server = Server4()
    each = bound(server)
    each.machine.halt()
    each.begin()
    assert server.seen[2:] == [(REQUEST, None)]


def test_an_address_of_another_link_is_declined() -> None:
    server = Server4()
    taken: dict[Ip, str] = {}
    each = life(server, taken=taken)
    each.machine.begin(each.now)
    (discover,) = each.machine.take()
    offer = server.answer(discover)
    assert offer is not None
    each.machine.receive(offer, each.now)
    taken[ip_address("10.0.0.50")] = "eth1"
    each.talk()
    assert server.seen == [*ASKED, (DECLINE, None)]
    assert each.machine.lease is None
    assert state(each) == ("waiting", "10.0.0.50 was declined: eth1 has that address")
    assert each.machine.due == each.now + 10
    each.until(lambda: server.seen[-1] == (DISCOVER, None))
    assert state(each) == ("discovering", "the offer of 10.0.0.50 was refused: eth1 has that address")
    server.address = "10.0.0.51"
    each.until(lambda: each.machine.lease is not None)


def test_release() -> None:
    server = Server4()
    each = bound(server)
    each.machine.give_back(each.now)
    (release,) = each.machine.take()
    message = decode(release.payload)
    assert (message.kind, str(message.client), str(release.destination)) == (RELEASE, "10.0.0.50", SERVER)
    assert message.options[Option.SERVER] == four(SERVER)
    assert (each.machine.lease, each.machine.answer, each.machine.due) == (None, None, NEVER)


def test_nothing_is_released_that_is_not_held() -> None:
    each = life(Server4(answers=False))
    each.begin()
    each.machine.give_back(each.now)
    assert each.machine.take() == []


def test_the_time_of_a_lease_counts_from_when_it_was_asked_for() -> None:
    server = Server4()
    each = life(server)
    each.machine.begin(each.now)
    (discover,) = each.machine.take()
    each.machine.receive(server.answer(discover) or b"", each.now)
    (request,) = each.machine.take()
    each.machine.receive(server.answer(request) or b"", each.now + 3)
    assert each.machine.lease is not None
    assert each.machine.lease.expires_at == each.now + 120


def test_answers_to_others_are_passed_over() -> None:
    server = Server4()
    each = life(server)
    each.machine.begin(each.now)
    (discover,) = each.machine.take()
    offer = decode(server.answer(discover) or b"")
    for other in (
        {"transaction": offer.transaction ^ 1},
        {"hardware": b"\2\0\0\0\0\2"},
        {"reply": False},
        {"kind": Kind.ACK},
        {"kind": Kind.NAK},
    ):
        fields = {name: getattr(offer, name) for name in offer.__struct_fields__} | other
        each.machine.receive(encode(type(offer)(**fields)), each.now)
        assert each.machine.take() == []
    assert state(each) == ("discovering", "")


def test_an_ack_of_another_server_than_the_chosen_one_does_not_count() -> None:
    server = Server4()
    each = life(server)
    each.machine.begin(each.now)
    (discover,) = each.machine.take()
    each.machine.receive(server.answer(discover) or b"", each.now)
    (request,) = each.machine.take()
    ack = (server.answer(request) or b"").replace(b"\x36\x04" + four(SERVER), b"\x36\x04" + four("10.0.0.66"))
    each.machine.receive(ack, each.now)
    assert each.machine.lease is None


def test_an_offer_that_cannot_be_used_is_told_and_others_are_waited_for() -> None:
    server = Server4(address="127.0.0.1")
    each = life(server)
    each.begin()
    assert state(each) == ("discovering", "an answer of 10.0.0.1 was refused: 127.0.0.1 is a loopback address")
    server.address = "10.0.0.50"
    each.until(lambda: each.machine.lease is not None)


def test_what_is_refused_of_a_lease_is_told() -> None:
    each = bound(Server4(options={Option.MTU: (68).to_bytes(2)}))
    assert state(each) == ("bound", "MTU: 68 is not within 1280 and 9216")


def answers(random: Random, data: bytes) -> bytes:
    """Damage an answer: bytes changed, a piece cut out, or cut off."""
    damaged = bytearray(data)
    for _ in range(random.randint(1, 6)):
        damaged[random.randrange(8 if random.random() < 0.2 else 236, len(damaged))] = random.randrange(256)
    if random.random() < 0.2:
        del damaged[random.randrange(len(damaged)) :]
    return bytes(damaged)


@settings(deadline=None)
@given(
    st.integers(0, 2**32),
    st.dictionaries(st.sampled_from([1, 3, 6, 12, 15, 26, 42, 51, 54, 58, 59, 119, 121]), st.binary(max_size=40)),
)
def test_whatever_a_server_answers_it_goes_on(seed: int, options: dict[int, bytes]) -> None:
    """No answer makes it crash, run hot or stop: a good server is taken in the end."""
    random = dice(seed)
    server = Server4(options=options)
    each = life(server)
    each.machine.begin(each.now)
    for _ in range(30):
        for sent in each.machine.take():
            answer = server.answer(sent)
            for payload in (answers(random, answer), answer) if answer else ():
                each.machine.receive(payload, each.now)
        assert len(server.seen) < 120
        each.now = max(each.now, min(each.machine.due, each.now + 86400))
        each.machine.advance(each.now)
    server.options = {}
    each.machine.halt()
    each.begin()
    each.until(lambda: each.machine.lease is not None)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=5))
def test_noise_is_passed_over(noise: list[bytes]) -> None:
    each = bound(Server4(options={Option.RENEWAL_TIME: seconds(10)}))
    lease = each.machine.lease
    for payload in noise:
        each.machine.receive(payload, each.now)
    assert each.machine.lease is lease
