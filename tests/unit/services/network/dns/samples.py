"""Answers of upstreams as they come from the wire, and queries of clients."""

from __future__ import annotations

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

from services.network.dns.codec import Query, read_query
from services.network.dns.question import A, Question

NAME = "a.test."
QUESTION = Question(NAME, A)


def query(name: str = NAME, kind: str = "A", **options: object) -> Query:
    """What a client asks."""
    return read_query(dns.message.make_query(name, kind, **options).to_wire())  # type: ignore[arg-type]


def answered(
    asked: dns.message.Message, *records: str, rcode: str = "NOERROR", authority: tuple[str, ...] = ()
) -> bytes:
    """A response to a question, with records in the form of zone files."""
    response = dns.message.make_response(asked)
    response.flags |= dns.flags.RA
    response.answer = [record(each) for each in records]
    response.authority = [record(each) for each in authority]
    response.set_rcode(dns.rcode.from_text(rcode))
    return response.to_wire()


def record(text: str) -> dns.rrset.RRset:
    """One record, such as `a.test. 60 A 192.0.2.1`."""
    name, ttl, kind, value = text.split(maxsplit=3)
    return dns.rrset.from_text(name, int(ttl), "IN", kind, value)
