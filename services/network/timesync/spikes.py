"""Telling an answer that was held up on the way from a clock that is off."""

from __future__ import annotations

import math
from collections import deque

from services.network.timesync.sample import Sample

_KEPT = 8
_ENOUGH = 3


class SpikeFilter:
    """Judges each sample by the last eight: the one with the shortest way is the one to trust.

    The rules are those of upstream and of systemd-timesyncd.
    """

    def __init__(self) -> None:
        """Begin without any sample."""
        self._samples: deque[Sample] = deque(maxlen=_KEPT)

    def clear(self) -> None:
        """Forget the samples: the clock was moved."""
        self._samples.clear()

    def is_spike(self, sample: Sample) -> bool:
        """Take a sample and tell whether it is to be left out."""
        before = list(self._samples)
        self._samples.append(sample)
        if len(before) < _ENOUGH:
            return False
        # farther off than the way can have made it: the clock is wrong
        if abs(sample.offset) > sample.delay:
            return False
        best = min(before, key=lambda each: each.delay)
        if abs(sample.offset) > best.delay:
            return True
        jitter = math.sqrt(sum((each.offset - best.offset) ** 2 for each in before) / len(before))
        return abs(sample.offset - before[-1].offset) > 3 * jitter
