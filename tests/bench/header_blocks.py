"""Header blocks of calls: HPACK of libtalos and of the `hpack` package, on the same fields and the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import hpack

from libtalos.bus.http2.hpack import Decoder, Encoder
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, ROOT, Setting

PEER = "hpack"
COUNT = 5000
T = TypeVar("T")
Field = tuple[bytes, bytes]
_CALL: tuple[Field, ...] = (
    (b":method", b"POST"),
    (b":scheme", b"http"),
    (b":path", b"/talos.network.v1.NetworkService/Plan"),
    (b":authority", b"localhost"),
    (b"te", b"trailers"),
    (b"content-type", b"application/grpc"),
    (b"user-agent", b"libtalos"),
)
_ANSWER: tuple[Field, ...] = ((b":status", b"200"), (b"content-type", b"application/grpc"))
# a small multiple of what was measured, so that a slip is noticed and a slow machine is not
_GOALS = {"decode a call": 3.0, "decode an answer": 0.4, "import": 3.0}


def run(setting: Setting) -> list[Row]:
    """Measure each contender in each round, in turn."""
    samples = Samples()
    for _ in range(setting.rounds):
        setting.settle()
        for name, ours, theirs in _loads():
            samples.add(name, OURS, ours(), "µs")
            samples.add(name, PEER, theirs(), "µs")
        for contender, module in ((OURS, "libtalos.bus.http2.hpack"), (PEER, "hpack")):
            samples.add("import", contender, _import(module), "ms")
    return samples.rows(ours=OURS, goals=_GOALS)


def _volatile(number: int) -> list[Field]:
    """A deadline and an id, other ones in each call."""
    return [(b"grpc-timeout", b"%du" % (29_000_000 - number)), (b"talos-call-id", b"%020d" % number)]


def _loads() -> Iterable[tuple[str, Callable[[], float], Callable[[], float]]]:
    """What is measured, by libtalos and by the peer, in microseconds each."""
    encoder, theirs = Encoder(), hpack.Encoder()
    first, second = encoder.encode(_CALL), encoder.encode(_ANSWER)
    calls = [encoder.encode(_CALL, volatile=_volatile(number)) for number in range(COUNT)]
    answers = [bytes(bytearray(encoder.encode(_ANSWER))) for _ in range(COUNT)]
    ours, other = Decoder(max_list_size=16384), hpack.Decoder()
    for block in (first, second):
        ours.decode(block)
        other.decode(block, raw=True)
    fields = [_volatile(number) for number in range(COUNT)]
    marked = [_marked(volatile) for volatile in fields]
    yield (
        "decode a call",
        lambda: _each(ours.decode, calls),
        lambda: _each(lambda block: other.decode(block, raw=True), calls),
    )
    yield (
        "decode an answer",
        lambda: _each(ours.decode, answers),
        lambda: _each(lambda block: other.decode(block, raw=True), answers),
    )
    yield (
        "encode a call",
        lambda: _each(lambda volatile: encoder.encode(_CALL, volatile=volatile), fields),
        lambda: _each(theirs.encode, marked),
    )


def _marked(volatile: list[Field]) -> list[hpack.HeaderTuple]:
    """The peer keeps a field out of its table when it is told never to index it."""
    kept_out = [hpack.NeverIndexedHeaderTuple(*field) for field in volatile]
    return [*(hpack.HeaderTuple(*field) for field in _CALL), *kept_out]


def _each(act: Callable[[T], object], things: list[T]) -> float:
    start = time.perf_counter()
    for thing in things:
        act(thing)
    return (time.perf_counter() - start) / len(things) * 1e6


def _import(module: str) -> float:
    """Milliseconds in a process of its own, besides what asyncio has imported; compiled already, as in an image."""
    code = f"import asyncio, time; s = time.perf_counter(); import {module}; print((time.perf_counter() - s) * 1e3)"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(2):
        shown = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        ).stdout
    return float(shown)
