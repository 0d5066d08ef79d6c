"""Frames as bytes, against hyperframe, which h2 stands on."""

import pytest
from hyperframe.frame import (
    ContinuationFrame,
    DataFrame,
    Frame,
    GoAwayFrame,
    HeadersFrame,
    RstStreamFrame,
    WindowUpdateFrame,
)

from libtalos.bus.http2.frames import (
    END_STREAM,
    ErrorCode,
    code_name,
    go_away,
    header_block,
    message_head,
    reset,
    window_update,
)


def read(data: bytes) -> list[Frame]:
    """Every frame in data, read by hyperframe."""
    frames = []
    while data:
        frame, length = Frame.parse_frame_header(memoryview(data[:9]))
        frame.parse_body(memoryview(data[9 : 9 + length]))
        frames.append(frame)
        data = data[9 + length :]
    return frames


def test_reset() -> None:
    (frame,) = read(reset(7, ErrorCode.CANCEL))
    assert isinstance(frame, RstStreamFrame)
    assert (frame.stream_id, frame.error_code) == (7, 8)


def test_window_update() -> None:
    (frame,) = read(window_update(0, 2**31 - 1))
    assert isinstance(frame, WindowUpdateFrame)
    assert (frame.stream_id, frame.window_increment) == (0, 2**31 - 1)


def test_go_away_with_a_text_that_is_not_too_long() -> None:
    (frame,) = read(go_away(5, ErrorCode.ENHANCE_YOUR_CALM, "ü" * 1000))
    assert isinstance(frame, GoAwayFrame)
    assert (frame.last_stream_id, frame.error_code, len(frame.additional_data)) == (5, 11, 200)


@pytest.mark.parametrize("length", [0, 1, 255, 256, 65_535, 65_536, 16_777_210])
def test_a_message_that_fills_one_frame(length: int) -> None:
    (frame,) = read(message_head(3, END_STREAM, length) + bytes(length))
    assert isinstance(frame, DataFrame)
    assert set(frame.flags) == {"END_STREAM"}
    assert frame.data[:5] == b"\0" + length.to_bytes(4, "big")
    assert len(frame.data) == length + 5


@pytest.mark.parametrize("length", [0, 1, 9, 10, 11, 20, 21, 95])
def test_a_header_block_in_as_many_frames_as_it_takes(length: int) -> None:
    block = bytes(range(length))
    first, *others = read(header_block(9, END_STREAM, block, 10))
    assert isinstance(first, HeadersFrame)
    assert all(isinstance(each, ContinuationFrame) and each.stream_id == 9 for each in others)
    assert first.data + b"".join(each.data for each in others) == block  # type: ignore[attr-defined]
    assert "END_STREAM" in first.flags
    assert ["END_HEADERS" in each.flags for each in (first, *others)] == [False] * len(others) + [True]
    assert len(others) == max(0, (length - 1) // 10)


def test_a_code_that_has_no_name_is_its_number() -> None:
    assert (code_name(8), code_name(1000)) == ("CANCEL", "1000")
