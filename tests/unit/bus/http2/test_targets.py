"""The methods of a server by their path, with their codecs."""

import pytest

from libtalos.bus.dispatch import Served
from libtalos.bus.errors import InvalidArgumentError, ResourceExhaustedError
from libtalos.bus.http2.targets import Targets
from libtalos.stubs import Cardinality
from tests.unit.bus.served import Chunk


async def echo(message: Chunk) -> Chunk:
    return message


METHOD = Served("/a.B/C", echo, Cardinality.UNARY_UNARY, Chunk, Chunk, timeout=5.0)


def targets(maximum: int = 100) -> Targets:
    return Targets({METHOD.path: METHOD}, maximum)


def test_a_method_is_found_by_its_path_and_made_once() -> None:
    known = targets()
    target = known.get(METHOD.path)
    assert target is not None
    assert target.served is METHOD
    assert known.get(METHOD.path) is target


@pytest.mark.parametrize("path", ["", "/", "/a.B/", "/a.B/c", "/a.B/C/", "a.B/C", "/a.B/C?x"])
def test_nothing_is_found_by_any_other_path(path: str) -> None:
    known = targets()
    for _ in range(2):
        assert known.get(path) is None


def test_paths_that_are_asked_for_in_vain_are_not_kept() -> None:
    """A peer could fill the memory with them."""
    known = targets()
    for number in range(100):
        known.get(f"/a.B/{number}")
    assert known._known == {}


def test_messages_go_both_ways() -> None:
    target = targets().get(METHOD.path)
    assert target is not None
    data = target.encode(Chunk(lines=b"text"))
    assert target.decode(data) == Chunk(lines=b"text")


def test_a_request_that_is_none_names_its_type() -> None:
    target = targets().get(METHOD.path)
    assert target is not None
    with pytest.raises(InvalidArgumentError, match=r"not a valid StreamLogsResponse: .*byte"):
        target.decode(b"\xff")


def test_a_reply_is_as_large_as_the_limit_and_no_larger() -> None:
    size = len(bytes(Chunk(lines=bytes(50))))
    for maximum, fits in ((size, True), (size - 1, False)):
        target = targets(maximum).get(METHOD.path)
        assert target is not None
        if fits:
            assert len(target.encode(Chunk(lines=bytes(50)))) == size
            continue
        with pytest.raises(ResourceExhaustedError, match=f"message of {size} bytes is over the limit of {maximum}"):
            target.encode(Chunk(lines=bytes(50)))


def test_a_reply_that_is_no_message_of_the_method_is_no_answer() -> None:
    target = targets().get(METHOD.path)
    assert target is not None
    with pytest.raises((ValueError, TypeError, AttributeError)):
        target.encode("text")
