"""The codecs beside protobuf's own (upb) and betterproto2's: encode, decode, and with what comes before and after.

Each contender builds and reads messages of its own classes: a codec that is fast by slow classes gains nothing.
"""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from libtalos.bus.wire.lookup import Codecs, find_compiled
from tests.bench.codec_messages import SHAPES, Shape, of_timestamp, plain
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting

PURE, UPB, BETTERPROTO2 = "pure Python", "protobuf (upb)", "betterproto2"
# seconds of one measurement
SPAN = 0.1
ROUND_TRIP = "build, encode, decode, read"
BOTH = "encode and decode"


@dataclass(frozen=True)
class Contender:
    """A way to write and to read a message, its classes, and what they have for a time."""

    name: str
    encode: Callable[[Any], bytes]
    decode: Callable[[bytes], Any]
    classes: Any
    when: Callable[[Any], dt.datetime] = plain


def run(setting: Setting) -> list[Row]:
    """Measure every message with every contender, interleaved."""
    samples = Samples()
    for number in range(1, setting.rounds + 1):
        setting.say(f"codec: round {number} of {setting.rounds}")
        setting.settle()
        for shape in SHAPES:
            for contender in contenders(shape):
                _measure(shape, contender, samples)
    rows = samples.rows(ours=OURS)
    for shape in SHAPES:
        rows += samples.times(f"{shape.name}: {ROUND_TRIP}", UPB, OURS, goal=1.0)
        if shape.structured:
            rows += samples.times(f"{shape.name}: {BOTH}", BETTERPROTO2, PURE, goal=9.0)
    return rows


def contenders(shape: Shape) -> list[Contender]:
    """The contenders for one message; ours is the compiled codec and raises ImportError where it is not built."""
    ours, google, classes = shape.ours, shape.google, shape.package
    compiled, pure = Codecs(find_compiled("compiled")), Codecs(None)
    return [
        Contender(OURS, compiled.encoder_of(ours), compiled.decoder_of(ours), classes),
        Contender(PURE, pure.encoder_of(ours), pure.decoder_of(ours), classes),
        Contender(UPB, google.SerializeToString, google.FromString, shape.google_package(), of_timestamp),
        Contender(BETTERPROTO2, bytes, ours.parse, classes),
    ]


def _measure(shape: Shape, contender: Contender, samples: Samples) -> None:
    encode, decode, classes, when = contender.encode, contender.decode, contender.classes, contender.when
    build, read = shape.build, shape.read
    message = build(classes)
    raw = encode(message)
    if read(decode(raw), when) != read(message, when):
        raise ValueError(f"{contender.name} reads {shape.name} wrongly")
    times = {
        "encode": _time(lambda: encode(message)),
        "decode": _time(lambda: decode(raw)),
        "build and encode": _time(lambda: encode(build(classes))),
        "decode and read": _time(lambda: read(decode(raw), when)),
    }
    times[BOTH] = times["encode"] + times["decode"]
    times[ROUND_TRIP] = times["build and encode"] + times["decode and read"]
    for what, value in times.items():
        samples.add(f"{shape.name}: {what}", contender.name, value * 1e6, "us")


def _time(function: Callable[[], object]) -> float:
    """Processor seconds of one call, over so many that they take SPAN; what others do meanwhile does not count."""
    calls = 1
    while True:
        start = time.process_time()
        for _ in range(calls):
            function()
        elapsed = time.process_time() - start
        if elapsed >= SPAN:
            return elapsed / calls
        calls = max(calls * 2, int(calls * SPAN / max(elapsed, 1e-6) * 1.1))
