"""Both ways against the `hpack` package, over the life of a connection: blocks, and limits that change."""

from __future__ import annotations

from dataclasses import dataclass

import hpack
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from libtalos.bus.http2.hpack import Decoder, Encoder, HeaderListTooLarge
from libtalos.bus.http2.hpack.table import STATIC, Field

MAX_LIST = 100_000


@dataclass(frozen=True)
class Step:
    """What happens on a connection: perhaps new limits, then a block, as often as it is repeated."""

    limits: tuple[int, ...]
    fields: tuple[Field, ...]
    volatile: tuple[Field, ...]
    times: int


# few names and values, so that fields meet again in the table; and anything
NAMES = st.sampled_from([b"a", b"te", b":path", b"cookie", b"x-" + b"long" * 20]) | st.binary(max_size=40)
VALUES = st.sampled_from([b"", b"1", b"trailers", b"/talos.v1/Do", b"v" * 300]) | st.binary(max_size=200)
FIELDS = st.lists(st.sampled_from(STATIC) | st.tuples(NAMES, VALUES), max_size=12).map(tuple)
LIMITS = st.lists(st.sampled_from([0, 1, 32, 40, 100, 500, 4096, 10_000]), max_size=3).map(tuple)
STEPS = st.lists(st.builds(Step, LIMITS, FIELDS, FIELDS, st.integers(1, 4)), max_size=8)


def decoded(decoder: hpack.Decoder, block: bytes) -> list[Field]:
    return [(bytes(name), bytes(value)) for name, value in decoder.decode(block, raw=True)]


@given(STEPS, st.sampled_from([0, 60, 4096, 10_000]))
def test_hpack_reads_what_we_write(steps: list[Step], table_size: int) -> None:
    encoder, theirs, ours = Encoder(table_size=table_size), hpack.Decoder(MAX_LIST), Decoder(max_list_size=MAX_LIST)
    for step in steps:
        for limit in step.limits:
            encoder.set_limit(limit)
            theirs.max_allowed_table_size = limit
            ours.set_limit(limit)
        for _ in range(step.times):
            block = encoder.encode(step.fields, volatile=step.volatile)
            assert decoded(theirs, block) == list(step.fields + step.volatile)
            assert ours.decode(block) == list(step.fields + step.volatile)


@given(STEPS, st.booleans())
@example([Step((0, 4096), ((b"a", b"1"),), (), 3)], True)
def test_we_read_what_hpack_writes(steps: list[Step], huffman: bool) -> None:
    encoder, ours = hpack.Encoder(), Decoder(max_list_size=MAX_LIST)
    for step in steps:
        # the package also tells the sizes between these, and forgets to tell one that is set twice
        for limit in dict.fromkeys((*sorted(step.limits)[:1], *step.limits[-1:])):
            ours.set_limit(limit)
            encoder.header_table_size = limit
        for _ in range(step.times):
            fields = [hpack.HeaderTuple(*field) for field in step.fields]
            fields += [hpack.NeverIndexedHeaderTuple(*field) for field in step.volatile]
            assert ours.decode(encoder.encode(fields, huffman=huffman)) == list(step.fields + step.volatile)


@given(STEPS)
def test_a_block_kept_by_its_version_is_the_block(steps: list[Step]) -> None:
    """As callers do it: a block is sent again while the version is the one before and after it was made."""
    encoder, ours = Encoder(), Decoder(max_list_size=MAX_LIST)
    kept: dict[tuple[Field, ...], tuple[int, bytes]] = {}
    for step in steps:
        for limit in step.limits:
            encoder.set_limit(limit)
            ours.set_limit(limit)
        for _ in range(step.times):
            version = encoder.version
            known = kept.get(step.fields)
            if known is not None and known[0] == version:
                block = known[1] + encoder.encode((), volatile=step.volatile)
            else:
                head = encoder.encode(step.fields)
                if encoder.version == version:
                    kept[step.fields] = version, head
                block = head + encoder.encode((), volatile=step.volatile)
            assert ours.decode(block) == list(step.fields + step.volatile)


@given(STEPS)
def test_a_list_too_large_keeps_the_tables_in_step(steps: list[Step]) -> None:
    encoder, ours = Encoder(), Decoder(max_list_size=200)
    for step in steps:
        fields = list(step.fields + step.volatile)
        size = sum(len(name) + len(value) + 32 for name, value in fields)
        for _ in range(step.times):
            block = encoder.encode(step.fields, volatile=step.volatile)
            if size > 200:
                with pytest.raises(HeaderListTooLarge, match=f"has {size} bytes, at most 200"):
                    ours.decode(block)
            else:
                assert ours.decode(block) == fields
