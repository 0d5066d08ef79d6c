from hypothesis import given
from hypothesis import strategies as st

from libtalos.supervise.ring import Ring


@given(st.lists(st.binary(max_size=40)), st.integers(min_value=1, max_value=30))
def test_the_ring_holds_the_last_bytes_of_all_that_was_written(pieces: list[bytes], capacity: int) -> None:
    ring, everything = Ring(capacity), b"".join(pieces)
    for piece in pieces:
        ring.append(piece)
    assert ring.end == len(everything)
    assert ring.read(0, ring.end) == everything[-capacity:]
    for begin in range(ring.start, ring.end):
        assert ring.read(begin, begin + 3) == everything[begin : begin + 3]


@given(st.lists(st.sampled_from([b"a", b"bb", b"", b"cccc"]), max_size=20), st.integers(min_value=0, max_value=25))
def test_a_tail_is_the_last_whole_lines(lines: list[bytes], wanted: int) -> None:
    ring = Ring(1000)
    ring.append(b"".join(line + b"\n" for line in lines))
    expected = b"".join(line + b"\n" for line in (lines[-wanted:] if wanted else []))
    assert ring.read(ring.tail(wanted), ring.end) == expected


def test_a_tail_of_an_overwritten_ring_begins_with_a_whole_line() -> None:
    ring = Ring(10)
    ring.append(b"first\nsecond\nthird\n")
    assert ring.read(ring.tail(-1), ring.end) == b"third\n"
    assert ring.read(ring.tail(5), ring.end) == b"third\n"


def test_the_last_line_is_without_blanks_and_cut() -> None:
    ring = Ring()
    ring.append(b"one\ntwo \xff\n\n  \n")
    assert ring.last_line() == "two \ufffd"
    ring.append(b"x" * 500)
    assert ring.last_line(10) == "xxxxxxx..."
    assert Ring().last_line() == ""
