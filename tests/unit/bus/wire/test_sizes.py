"""Messages of all sizes: those that fit where they are written first, and those for which room is made again."""

from __future__ import annotations

import tracemalloc

import pytest

from libtalos.bus.wire import EncodeError
from libtalos.gen.talos.component.v1 import GetMetricsResponse, Metric
from libtalos.gen.talos.supervisor.v1 import StreamLogsResponse
from tests.unit.bus.wire.tree import Codec

KIB = 1024


def test_one_value_of_every_size(own: Codec) -> None:
    for size in (0, 1, 127, 128, *range(2030, 2060), 4 * KIB, 64 * KIB, 1024 * KIB):
        message = StreamLogsResponse(lines=bytes(range(256)) * (size // 256) + bytes(size % 256))
        data = own.encode(message)
        assert data == bytes(message)
        assert own.decode(type(message), data) == message


def test_many_values(own: Codec) -> None:
    metrics = [Metric(name="m" * (number % 300), unit=str(number)) for number in range(2000)]
    for count in (1, 5, 10, 20, 100, 2000):
        message = GetMetricsResponse(metrics=metrics[:count])
        data = own.encode(message)
        assert data == bytes(message)
        assert own.decode(type(message), data) == message


def test_what_cannot_be_written_leaves_nothing(own: Codec) -> None:
    wrong = GetMetricsResponse(metrics=[Metric(name="a" * 64 * KIB), Metric(name=5)])  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        for _ in range(100):
            with pytest.raises(EncodeError):
                own.encode(wrong)
        assert tracemalloc.get_traced_memory()[0] < 100 * KIB
    finally:
        tracemalloc.stop()
