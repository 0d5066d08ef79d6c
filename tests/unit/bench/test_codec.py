"""Every contender of the codec's benchmark does the same work: the same bytes, the same values."""

from __future__ import annotations

import pytest

from tests.bench.codec import contenders
from tests.bench.codec_messages import SHAPES, Shape


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_contenders_write_and_read_the_same(shape: Shape) -> None:
    """Of messages that each has built itself."""
    pytest.importorskip("libtalos.gen.compiled", reason="no compiled codec: run `make setup` where gcc is")
    found = contenders(shape)
    written = {contender.name: contender.encode(shape.build(contender.classes)) for contender in found}
    assert len({len(raw) for raw in written.values()}) == 1
    read = [shape.read(each.decode(raw), each.when) for each, raw in zip(found, written.values(), strict=True)]
    assert all(values == read[0] for values in read)
