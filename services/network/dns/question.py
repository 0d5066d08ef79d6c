"""What is asked, as a value that does not depend on the spelling."""

from __future__ import annotations

import msgspec

# RFC 1035, section 3.2.2; RFC 3596; RFC 8482
A = 1
SOA = 6
PTR = 12
AAAA = 28
ANY = 255


class Question(msgspec.Struct, frozen=True, order=True):
    """A name in lower case with its final dot, and a type, of the class IN.

    dnssec: whether signatures are asked for. unchecked: whether an answer whose signatures are wrong is wanted, too.
    """

    name: str
    type: int
    dnssec: bool = False
    unchecked: bool = False
