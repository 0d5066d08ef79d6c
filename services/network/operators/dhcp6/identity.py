"""Who asks: the node's DUID, and the number that tells its links apart (RFC 8415 11 and 12)."""

from __future__ import annotations

import msgspec


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """duid names the client, iaid (four bytes) the link among the client's."""

    duid: bytes
    iaid: bytes


def make_identity(hardware: bytes, duid: bytes = b"") -> Identity:
    """Return who a link is: by a DUID that is given, else by its hardware address (DUID-LL, Ethernet).

    Both outlive a reboot, as RFC 8415 asks, without anything that has to be kept.
    """
    return Identity(duid=duid or b"\0\3\0\1" + hardware, iaid=hardware[-4:])
