"""One measurement of the clock."""

from __future__ import annotations

import msgspec

from services.network.timesync.packet import Leap


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What a server's answer says of the clock: offset is what is to be added to it, delay the way there and back.

    Seconds; remote is the server's time when the answer came, local the clock's own, in nanoseconds since 1970.
    """

    server: str
    offset: float
    delay: float
    leap: Leap = Leap.NONE
    stratum: int = 1
    distance: float = 0.0
    remote: int = 0
    local: int = 0
