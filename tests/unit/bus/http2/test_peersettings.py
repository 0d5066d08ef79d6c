"""SETTINGS: what may be said, and what may not."""

import struct

import pytest

from libtalos.bus.http2.frames import ConnectionFaultError, ErrorCode
from libtalos.bus.http2.peersettings import PeerSettings, settings_frame


def payload(*entries: tuple[int, int]) -> bytes:
    return b"".join(struct.pack(">HI", *entry) for entry in entries)


def test_every_setting_is_taken_over_and_of_the_same_the_last() -> None:
    settings = PeerSettings()
    sizes = settings.apply(
        payload((1, 100), (1, 50), (2, 0), (3, 7), (4, 2**31 - 1), (5, 20_000), (6, 5), (3, 9), (99, 1))
    )
    assert (sizes, settings.max_streams) == ([100, 50], 9)
    assert (settings.initial_window, settings.max_frame_size, settings.max_header_list) == (2**31 - 1, 20_000, 5)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (payload((2, 2)), ErrorCode.PROTOCOL_ERROR),
        (payload((4, 2**31)), ErrorCode.FLOW_CONTROL_ERROR),
        (payload((5, 16_383)), ErrorCode.PROTOCOL_ERROR),
        (payload((5, 2**24)), ErrorCode.PROTOCOL_ERROR),
        (payload((3, 1))[:-1], ErrorCode.FRAME_SIZE_ERROR),
    ],
)
def test_what_no_peer_may_say(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(ConnectionFaultError, match="settings") as caught:
        PeerSettings().apply(data)
    assert caught.value.code is code


def test_ours_can_be_read() -> None:
    settings = PeerSettings()
    settings.apply(settings_frame({3: 5, 4: 1000})[9:])
    assert (settings.max_streams, settings.initial_window) == (5, 1000)
