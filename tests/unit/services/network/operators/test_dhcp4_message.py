"""Messages of DHCP for IPv4: what is written is read, and pyroute2's codec, another's work, agrees."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroute2.dhcp.dhcp4msg import dhcp4msg

from services.network.operators.dhcp4.frames import unwrap, wrap
from services.network.operators.dhcp4.message import Kind, Message, Option, Options, decode, encode
from tests.unit.services.network.operators.servers import HARDWARE, four

CODES = st.integers(1, 254).filter(lambda code: code not in {Option.OVERLOAD, Option.MESSAGE_TYPE})
MESSAGES = st.builds(
    Message,
    kind=st.sampled_from(Kind),
    reply=st.booleans(),
    transaction=st.integers(0, 2**32 - 1),
    hardware=st.binary(min_size=6, max_size=6),
    seconds=st.integers(0, 65535),
    broadcast=st.booleans(),
    client=st.ip_addresses(v=4),
    yours=st.ip_addresses(v=4),
    options=st.dictionaries(CODES, st.binary(max_size=255), max_size=8),
)
MESSAGE = Message(kind=Kind.ACK, reply=True, transaction=5, hardware=HARDWARE)


@settings(deadline=None)
@given(MESSAGES)
def test_what_is_written_is_read(message: Message) -> None:
    assert decode(encode(message)) == message


def test_another_codec_reads_the_same() -> None:
    options: Options = {Option.SERVER: four("10.0.0.1"), Option.MTU: (1400).to_bytes(2), Option.DOMAIN: b"example.org"}
    message = Message(
        kind=Kind.OFFER, reply=True, transaction=7, hardware=HARDWARE, yours=IPv4Address("10.0.0.9"), options=options
    )
    other = dhcp4msg(buf=encode(message)).decode()
    assert (other["op"], other["xid"], other["yiaddr"], other["chaddr"]) == (2, 7, "10.0.0.9", "02:00:00:00:00:01")
    assert other["options"] == {
        "message_type": 2,
        "server_id": "10.0.0.1",
        "interface_mtu": 1400,
        "domain_name": "example.org",
    }


def test_another_codec_writes_what_is_read() -> None:
    options = {"message_type": 5, "server_id": "10.0.0.1", "lease_time": 120, "router": ["10.0.0.1", "10.0.0.2"]}
    written = dhcp4msg({"op": 2, "xid": 9, "yiaddr": "10.0.0.9", "chaddr": "02:00:00:00:00:01", "options": options})
    message = decode(bytes(written.encode().buf))
    assert (message.kind, message.transaction, message.server) == (Kind.ACK, 9, IPv4Address("10.0.0.1"))
    assert message.options[Option.ROUTER] == four("10.0.0.1") + four("10.0.0.2")
    assert message.options[Option.LEASE_TIME] == (120).to_bytes(4)


def test_an_option_that_comes_again_goes_on() -> None:
    """RFC 3396: routes longer than 255 bytes come in pieces."""
    data = encode(MESSAGE).rstrip(b"\0").removesuffix(b"\xff")
    assert decode(data + b"\x79\x02ab" + b"\x79\x01c" + b"\xff").options[Option.ROUTES] == b"abc"


def test_options_may_be_in_the_fields_for_boot_files() -> None:
    """RFC 2132 9.3."""
    data = bytearray(encode(Message(kind=Kind.ACK, transaction=5, hardware=HARDWARE, options={Option.OVERLOAD: b"\3"})))
    data[108:112] = b"\x0c\x01f\xff"
    data[44:48] = b"\x0f\x01n\xff"
    assert decode(bytes(data)).options == {Option.HOSTNAME: b"f", Option.DOMAIN: b"n"}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "not a message"),
        (encode(MESSAGE)[:239], "not a message"),
        (encode(MESSAGE).replace(b"\x63\x82\x53\x63", b"\0\0\0\0"), "not a message"),
        (b"\2\x06\x06" + encode(MESSAGE)[3:], "hardware type 6"),
        (encode(MESSAGE)[:240] + b"\x0c\xff", "option 12 is cut off"),
        (encode(MESSAGE)[:240] + b"\x0c", "option 12 is cut off"),
        (encode(MESSAGE)[:240] + b"\xff", "message type none"),
        (encode(MESSAGE)[:240] + b"\x35\x01\x63\xff", "message type 63"),
        (encode(MESSAGE)[:240] + b"\x35\x02\1\1\xff", "message type 0101"),
    ],
)
def test_what_is_no_message_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        decode(data)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_frames_carry_messages(payload: bytes) -> None:
    packet = bytearray(wrap(payload))
    assert unwrap(bytes(packet)) is None  # to servers
    packet[22:24] = (68).to_bytes(2)
    assert unwrap(bytes(packet) + b"padding of a short frame") == payload


def test_the_checksums_are_those_of_the_protocols() -> None:
    packet = wrap(b"odd")
    for data in (packet[:20], packet[12:20] + b"\0\x11\0\x0b" + packet[20:] + b"\0"):
        total = sum(int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
        assert total % 0xFFFF == 0


@pytest.mark.parametrize(
    "change",
    [
        {0: 0x65},  # not IPv4
        {0: 0x44},  # a header shorter than one can be
        {0: 0x4F},  # a header that is longer than what it is of
        {9: 6},  # not UDP
        {6: 0x20},  # more fragments follow
        {7: 1},  # a fragment
        {2: 0xFF},  # longer than what came
        {24: 0xFF},  # the same of UDP
        {25: 7},  # shorter than its header
    ],
)
def test_other_packets_are_passed_over(change: dict[int, int]) -> None:
    packet = bytearray(wrap(b"x"))
    packet[23] = 68
    for place, value in change.items():
        packet[place] = value
    assert unwrap(bytes(packet)) is None
    assert unwrap(b"") is None
