"""The few of many inputs that reach as much of the code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

Arc = tuple[str, int, int]
"""File, line, next line."""
Reached = tuple[Arc, int]
"""With how many bits the number of times has: once is other than twice, but ten times is like eleven."""

_OURS = ("/libtalos/", "/services/")


def smallest(check: Callable[[bytes], None], inputs: Iterable[bytes], most: int = 200) -> list[bytes]:
    """Choose inputs, at most that many, each of which reaches what those before it do not."""
    left = {data: reached_by(check, data) for data in sorted(inputs, key=len)}
    chosen: list[bytes] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda data: len(left[data]))  # the first, so the shortest, of several
        reached = left.pop(best)
        chosen.append(best)
        left = {data: rest for data, found in left.items() if (rest := found - reached)}
    return chosen


def reached_by(check: Callable[[bytes], None], data: bytes) -> set[Reached]:
    """Return which of our lines follow each other while check takes the data. Raises what check raises."""
    found: Counter[Arc] = Counter()
    last: dict[FrameType, int] = {}

    def line(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            found[frame.f_code.co_filename, last.get(frame, 0), frame.f_lineno] += 1
            last[frame] = frame.f_lineno
        elif event == "return":
            last.pop(frame, None)
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, event, arg: line if any(each in frame.f_code.co_filename for each in _OURS) else None)
    try:
        check(data)
    finally:
        sys.settrace(before)
    return {(arc, count.bit_length()) for arc, count in found.items()}
