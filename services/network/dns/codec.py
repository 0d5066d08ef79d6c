"""DNS messages on the wire, by dnspython. Whatever a stranger sends, nothing but MessageError comes out.

The import of this module, nearly all of it dnspython's, takes the running component 16 to 19 ms of processor time and
1.6 MiB of objects (process_time, tracemalloc); resident memory grows by 1.0 MiB. So the composition imports it when the
host DNS is switched on.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence

import dns.edns
import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.opcode
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rdtypes.ANY.SOA
import dns.rrset
import msgspec

from services.network.dns.question import ANY, Question

HEADER_SIZE = 12
# the codes with which an upstream says something about the name, and not about itself
TRUSTED = frozenset({dns.rcode.NOERROR, dns.rcode.NXDOMAIN})
_LARGEST_PLAIN_RCODE = 15
PLAIN_PAYLOAD = 512  # what UDP carries without EDNS (RFC 1035, section 4.2.1)
_TRANSFERS = frozenset({dns.rdatatype.AXFR, dns.rdatatype.IXFR})
# an answer that follows more aliases than this is a loop or an attack; BIND gives up after 11
_MAX_ALIASES = 16
_PROOFS = frozenset({dns.rdatatype.NSEC, dns.rdatatype.NSEC3, dns.rdatatype.RRSIG})

Sections = tuple[Sequence[dns.rrset.RRset], Sequence[dns.rrset.RRset]]


class MessageError(Exception):
    """What was received is no DNS message, or not the one that was waited for."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A client's query. refusal: the response code that it gets at once, whatever it asks."""

    message: dns.message.Message
    question: Question | None = None
    refusal: dns.rcode.Rcode | None = None

    @property
    def payload(self) -> int:
        """The size of the UDP answer that the client allows, in bytes."""
        return max(PLAIN_PAYLOAD, self.message.payload) if self.message.edns >= 0 else PLAIN_PAYLOAD


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What an upstream or this node says to a question. ttl: seconds for which it holds, 0 keeps it from being kept."""

    rcode: dns.rcode.Rcode = dns.rcode.NOERROR
    answer: tuple[dns.rrset.RRset, ...] = ()
    authority: tuple[dns.rrset.RRset, ...] = ()
    authentic: bool = False
    ttl: int = 0

    @property
    def negative(self) -> bool:
        """Whether it says that there is nothing."""
        return self.rcode != dns.rcode.NOERROR or not self.answer


class Truncated(msgspec.Struct, frozen=True):
    """The upstream's answer is larger than UDP carries."""


def read_query(wire: bytes) -> Query:
    """Read what a client sent; raises MessageError if it cannot even be answered."""
    if len(wire) < HEADER_SIZE or wire[2] & 0x80:  # a response: answering one could go on for ever
        raise MessageError("no query")
    try:
        message = dns.message.from_wire(wire)
    except Exception:  # a parser of what strangers send: there is more than its DNSException
        return Query(message=_header_only(wire), refusal=dns.rcode.FORMERR)
    refusal = _refusal(message)
    if refusal is not None:
        return Query(message=message, refusal=refusal)
    (rrset,) = message.question
    name = rrset.name.canonicalize().to_text()
    dnssec, unchecked = bool(message.ednsflags & dns.flags.DO), bool(message.flags & dns.flags.CD)
    return Query(message=message, question=Question(name, int(rrset.rdtype), dnssec, unchecked))


def make_question(question: Question, *, payload: int | None) -> dns.message.QueryMessage:
    """Make the query that asks an upstream, with a number that nobody can guess; payload None is one without EDNS."""
    message = dns.message.make_query(
        dns.name.from_text(question.name),
        dns.rdatatype.RdataType.make(question.type),
        use_edns=payload is not None,
        want_dnssec=question.dnssec and payload is not None,
        payload=payload or PLAIN_PAYLOAD,
        id=secrets.randbelow(1 << 16),
    )
    if question.unchecked:
        message.flags |= dns.flags.CD
    return message


def read_answer(wire: bytes, asked: dns.message.Message, question: Question) -> Answer | Truncated:
    """Read an upstream's answer; raises MessageError unless it is one to what was asked.

    Of its records only those are taken that answer the question: the name's own, those of the aliases that begin
    there, and the proof that there are none. Nothing else is believed, nor handed on.
    """
    try:
        # a set for each record, since a set of several is written in an order of chance
        message = dns.message.from_wire(wire, ignore_trailing=True, one_rr_per_rrset=True)
        ours = asked.is_response(message)
        answer = Truncated() if message.flags & dns.flags.TC else _relevant(message, question)
    except Exception as error:
        raise MessageError(f"the answer cannot be read: {error or type(error).__name__}") from error
    if not ours:
        raise MessageError("the answer is to another question")
    return answer


def write_answer(query: Query, answer: Answer, *, limit: int, payload: int, age: int = 0) -> bytes:
    """Write the response to a query in at most limit bytes; what does not fit is cut, and marked as cut.

    payload: the largest UDP query that is taken. age: seconds by which the records have become older.
    """
    response = _response(query, answer.rcode, payload)
    response.answer = _aged(answer.answer, age)
    response.authority = _aged(answer.authority, age)
    if answer.authentic and query.question is not None and (query.question.dnssec or _wants_authentic(query)):
        response.flags |= dns.flags.AD
    try:
        return response.to_wire(max_size=limit)
    except dns.exception.TooBig:
        short = _response(query, answer.rcode, payload)
        short.flags |= dns.flags.TC
        return short.to_wire(max_size=limit)


def write_refusal(query: Query, rcode: dns.rcode.Rcode, *, payload: int) -> bytes:
    """Write a response that has nothing but a code."""
    return _response(query, rcode, payload).to_wire()


def encode(answer: Answer, question: Question) -> bytes:
    """Write an answer for the cache; decode reads it."""
    kind = dns.rdatatype.RdataType.make(question.type)
    message = dns.message.make_query(dns.name.from_text(question.name), kind, use_edns=False, id=0)
    message.answer, message.authority = list(answer.answer), list(answer.authority)
    message.set_rcode(answer.rcode)
    if answer.authentic:
        message.flags |= dns.flags.AD
    return message.to_wire(max_size=65535)


def decode(wire: bytes) -> Answer:
    """Read what encode wrote."""
    message = dns.message.from_wire(wire, one_rr_per_rrset=True)
    return Answer(
        rcode=message.rcode(),
        answer=tuple(message.answer),
        authority=tuple(message.authority),
        authentic=bool(message.flags & dns.flags.AD),
    )


def records(name: str, kind: str, values: Sequence[str], *, ttl: int) -> tuple[dns.rrset.RRset, ...]:
    """Return records of this node's own, in the order of their values; no values are no records."""
    return tuple(dns.rrset.from_text(dns.name.from_text(name), ttl, "IN", kind, value) for value in values)


def _refusal(message: dns.message.Message) -> dns.rcode.Rcode | None:
    if message.edns > 0:
        return dns.rcode.BADVERS
    if message.opcode() != dns.opcode.QUERY:
        return dns.rcode.NOTIMP
    if len(message.question) != 1:
        return dns.rcode.FORMERR
    if message.question[0].rdclass != dns.rdataclass.IN or message.question[0].rdtype in _TRANSFERS:
        return dns.rcode.REFUSED
    return None


def _header_only(wire: bytes) -> dns.message.Message:
    message = dns.message.QueryMessage(id=int.from_bytes(wire[:2], "big"))
    message.flags = int.from_bytes(wire[2:4], "big") & (0x7800 | dns.flags.RD)  # the opcode stays, too
    return message


def _response(query: Query, rcode: dns.rcode.Rcode, payload: int) -> dns.message.Message:
    asked = query.message
    response = dns.message.QueryMessage(id=asked.id)
    response.flags = dns.flags.QR | dns.flags.RA | (asked.flags & (dns.flags.RD | dns.flags.CD))
    response.set_opcode(asked.opcode())
    response.question = list(asked.question)
    if asked.edns >= 0:
        response.use_edns(0, asked.ednsflags & dns.flags.DO, payload)
    response.set_rcode(rcode)
    return response


def _wants_authentic(query: Query) -> bool:
    return bool(query.message.flags & dns.flags.AD)


def _aged(rrsets: Sequence[dns.rrset.RRset], age: int) -> list[dns.rrset.RRset]:
    for each in rrsets:
        each.ttl = max(0, each.ttl - age)
    return list(rrsets)


def _relevant(message: dns.message.Message, question: Question) -> Answer:
    rcode = message.rcode()
    if rcode not in TRUSTED:  # what it says besides that is nothing; larger codes need EDNS, which not every client has
        return Answer(rcode=rcode if rcode <= _LARGEST_PLAIN_RCODE else dns.rcode.SERVFAIL)
    name = dns.name.from_text(question.name)
    answer, end = _chain(message.answer, name, question)
    found = any(each.name == end and question.type in {each.rdtype, ANY} for each in answer)
    authority = () if found else tuple(_proof(message.authority, end, dnssec=question.dnssec))
    times = [each.ttl for each in (*answer, *authority)]
    negative = rcode != dns.rcode.NOERROR or not found
    return Answer(
        rcode=rcode,
        answer=answer,
        authority=authority,
        authentic=bool(message.flags & dns.flags.AD),
        ttl=_negative_ttl(authority, times) if negative else min(times, default=0),
    )


def _chain(
    rrsets: Sequence[dns.rrset.RRset], name: dns.name.Name, question: Question
) -> tuple[tuple[dns.rrset.RRset, ...], dns.name.Name]:
    """Return the records of the name and of what it is an alias for, and the last name."""
    taken: list[dns.rrset.RRset] = []
    seen: set[dns.name.Name] = set()
    while name not in seen and len(seen) <= _MAX_ALIASES:
        seen.add(name)
        own = [each for each in rrsets if each.name == name and _answers(each, question)]
        synthesis = [each for each in rrsets if _covers(each, name, question)]
        taken += [each for each in (*synthesis, *own) if each not in taken]
        alias = next((each for each in own if each.rdtype == dns.rdatatype.CNAME), None)
        if alias is None or question.type in {dns.rdatatype.CNAME, ANY}:
            return tuple(taken), name
        name = next(iter(alias)).target
    raise MessageError("its aliases lead to no end")


def _answers(rrset: dns.rrset.RRset, question: Question) -> bool:
    if rrset.rdclass != dns.rdataclass.IN:
        return False
    if rrset.rdtype == dns.rdatatype.RRSIG and question.type not in {dns.rdatatype.RRSIG, ANY}:
        return question.dnssec and rrset.covers in {question.type, dns.rdatatype.CNAME}
    return question.type in {rrset.rdtype, ANY} or rrset.rdtype == dns.rdatatype.CNAME


def _covers(rrset: dns.rrset.RRset, name: dns.name.Name, question: Question) -> bool:
    """Whether it is a DNAME from which an alias of the name follows (RFC 6672), or the signature of one."""
    signed = rrset.rdtype == dns.rdatatype.RRSIG and rrset.covers == dns.rdatatype.DNAME and question.dnssec
    above = name != rrset.name and name.is_subdomain(rrset.name)
    return above and rrset.rdclass == dns.rdataclass.IN and (signed or rrset.rdtype == dns.rdatatype.DNAME)


def _proof(rrsets: Sequence[dns.rrset.RRset], name: dns.name.Name, *, dnssec: bool) -> Iterator[dns.rrset.RRset]:
    """Yield the SOA of the zone that the name is in and, with dnssec, the zone's signed proofs."""
    zones = [each for each in rrsets if each.rdtype == dns.rdatatype.SOA and name.is_subdomain(each.name)]
    for zone in zones[:1]:
        yield zone
        for each in rrsets:
            if dnssec and each.rdtype in _PROOFS and each.name.is_subdomain(zone.name):
                yield each


def _negative_ttl(authority: Sequence[dns.rrset.RRset], times: Sequence[int]) -> int:
    """Return how long a negative answer holds (RFC 2308, section 5): without an SOA it must not be kept."""
    for each in authority:
        for record in each:
            if isinstance(record, dns.rdtypes.ANY.SOA.SOA):
                return min(*times, record.minimum)
    return 0
