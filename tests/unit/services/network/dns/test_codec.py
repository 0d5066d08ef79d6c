"""What is taken from strangers: clients that say anything, and name servers that lie."""

from __future__ import annotations

import dns.flags
import dns.message
import dns.rcode
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.network.dns import codec
from services.network.dns.codec import Answer, MessageError, Truncated, read_answer, read_query, write_answer
from services.network.dns.question import AAAA, A, Question
from tests.unit.services.network.dns.samples import NAME, QUESTION, answered, query, record

SOA = "test. 300 SOA ns.test. root.test. 1 2 3 4 60"


def asked(question: Question = QUESTION) -> dns.message.QueryMessage:
    """The query that asks a question."""
    return codec.make_question(question, payload=1232)


def read(*records: str, question: Question = QUESTION, **more: object) -> Answer | Truncated:
    """What is taken of an answer with these records."""
    message = asked(question)
    return read_answer(answered(message, *records, **more), message, question)  # type: ignore[arg-type]


def texts(answer: Answer | Truncated) -> list[str]:
    """The records that were taken."""
    assert isinstance(answer, Answer)
    return [each.to_text().replace(" IN ", " ") for each in (*answer.answer, *answer.authority)]


def test_a_query_is_its_name_in_lower_case() -> None:
    assert query("A.TesT").question == Question("a.test.", A)
    assert query("a.test", "AAAA", want_dnssec=True).question == Question("a.test.", AAAA, dnssec=True)


@pytest.mark.parametrize(
    ("change", "rcode"),
    [
        (lambda message: message.set_opcode(2), "NOTIMP"),
        (lambda message: setattr(message, "question", []), "FORMERR"),
        (lambda message: message.question.append(message.question[0]), "FORMERR"),
        (lambda message: message.use_edns(1), "BADVERS"),
        (lambda message: setattr(message.question[0], "rdclass", 3), "REFUSED"),
        (lambda message: setattr(message.question[0], "rdtype", 252), "REFUSED"),
    ],
)
def test_what_is_not_served_is_refused_with_a_reason(change: object, rcode: str) -> None:
    message = dns.message.make_query(NAME, "A", use_edns=0)
    change(message)  # type: ignore[operator]
    found = read_query(message.to_wire())
    assert found.refusal == dns.rcode.from_text(rcode)
    response = dns.message.from_wire(codec.write_refusal(found, found.refusal, payload=4096))
    assert response.rcode() == found.refusal
    assert response.id == message.id


def test_broken_queries_are_told_so_and_responses_are_never_answered() -> None:
    wire = dns.message.make_query(NAME, "A").to_wire()
    assert read_query(wire[:-2]).refusal == dns.rcode.FORMERR
    with pytest.raises(MessageError):
        read_query(wire[:11])
    with pytest.raises(MessageError):
        read_query(wire[:2] + bytes([wire[2] | 0x80]) + wire[3:])


@given(
    st.binary(max_size=80) | st.builds(lambda head, tail: head + bytes(8) + tail, st.binary(min_size=4), st.binary())
)
def test_any_bytes_are_a_query_that_can_be_answered_or_none(wire: bytes) -> None:
    try:
        found = read_query(wire)
    except MessageError:
        return
    rcode = found.refusal if found.refusal is not None else dns.rcode.SERVFAIL
    response = codec.write_refusal(found, rcode, payload=4096)
    assert response[:2] == wire[:2]
    assert response[2] & 0x80


def test_aliases_are_followed_in_any_order() -> None:
    answer = read("c.test. 10 A 192.0.2.3", "a.test. 60 CNAME b.test.", "b.test. 30 CNAME c.test.")
    assert texts(answer) == ["a.test. 60 CNAME b.test.", "b.test. 30 CNAME c.test.", "c.test. 10 A 192.0.2.3"]
    assert isinstance(answer, Answer)
    assert answer.ttl == 10


def test_nothing_that_was_not_asked_for_is_believed() -> None:
    lies = ("bank.test. 999 A 192.0.2.66", "a.test. 60 MX 1 evil.test.", "x.a.test. 60 A 192.0.2.66")
    answer = read("a.test. 60 A 192.0.2.1", *lies, authority=("test. 999 NS ns.evil.", "bank. 9 SOA a. b. 1 2 3 4 5"))
    assert texts(answer) == ["a.test. 60 A 192.0.2.1"]


def test_names_that_are_not_are_kept_as_long_as_their_zone_says() -> None:
    gone = read(rcode="NXDOMAIN", authority=(SOA,))
    assert isinstance(gone, Answer)
    assert (gone.ttl, gone.negative) == (60, True)
    foreign = read(rcode="NXDOMAIN", authority=("bank.test. 999 SOA ns. root. 1 2 3 4 999",))
    assert isinstance(foreign, Answer)
    assert (foreign.ttl, foreign.authority) == (0, ())


def test_one_that_is_unable_says_nothing_else() -> None:
    assert read("a.test. 60 A 192.0.2.1", rcode="REFUSED", authority=(SOA,)) == Answer(rcode=dns.rcode.REFUSED)
    assert read(rcode="BADCOOKIE") == Answer(rcode=dns.rcode.SERVFAIL)


def test_proofs_are_handed_on_to_who_asks_for_them() -> None:
    proof = "a.test. 60 NSEC b.test. A"
    question = Question(NAME, AAAA, dnssec=True)
    assert texts(read(question=question, authority=(SOA, proof))) == [SOA, proof]
    assert texts(read(question=Question(NAME, AAAA), authority=(SOA, proof))) == [SOA]


def test_loops_of_aliases_and_answers_to_other_questions_are_none() -> None:
    with pytest.raises(MessageError, match="no end"):
        read("a.test. 60 CNAME b.test.", "b.test. 60 CNAME a.test.")
    message, other = asked(), asked(Question("b.test.", A))
    with pytest.raises(MessageError, match="another question"):
        read_answer(answered(other, "b.test. 60 A 192.0.2.1"), message, QUESTION)
    other = asked()
    other.id = message.id ^ 1
    with pytest.raises(MessageError, match="another question"):
        read_answer(answered(other, "a.test. 60 A 192.0.2.1"), message, QUESTION)
    with pytest.raises(MessageError):
        read_answer(message.to_wire(), message, QUESTION)


@given(st.data())
def test_a_damaged_or_forged_answer_is_read_within_its_question_or_not_at_all(data: st.DataObject) -> None:
    message = asked()
    wire = bytearray(answered(message, "a.test. 60 CNAME b.test.", "b.test. 60 A 192.0.2.1", authority=(SOA,)))
    for _ in range(data.draw(st.integers(1, 4))):
        wire[data.draw(st.integers(0, len(wire) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(wire)))
    try:
        answer = read_answer(bytes(wire[:cut] if data.draw(st.booleans()) else wire), message, QUESTION)
    except MessageError:
        return
    if isinstance(answer, Truncated):
        return
    names = {QUESTION.name}
    for each in answer.answer:
        owner = each.name.canonicalize().to_text()
        below = any(name.endswith(f".{owner}") for name in names)
        assert owner in names or (below and each.rdtype == 39)
        names |= {value.target.canonicalize().to_text() for value in each if each.rdtype == 5}
    # what is kept can be read again and written to a client
    again = codec.decode(codec.encode(answer, QUESTION))
    assert len(write_answer(query(), again, limit=512, payload=4096)) <= 512


def test_an_answer_is_cut_to_what_the_client_takes() -> None:
    records = tuple(record(f"a.test. 60 TXT {'x' * 200}{number:03}") for number in range(10))
    answer = Answer(answer=records)
    plain, roomy = query(kind="TXT"), query(kind="TXT", use_edns=0, payload=4096)
    assert (plain.payload, roomy.payload) == (512, 4096)
    cut = dns.message.from_wire(write_answer(plain, answer, limit=plain.payload, payload=4096))
    assert cut.flags & dns.flags.TC
    assert cut.answer == []
    whole = dns.message.from_wire(write_answer(roomy, answer, limit=roomy.payload, payload=4096))
    assert not whole.flags & dns.flags.TC
    assert len(whole.answer[0]) == 10
    assert whole.payload == 4096


def test_records_age_and_the_spelling_of_the_client_stays() -> None:
    answer = Answer(answer=(record("a.test. 60 A 192.0.2.1"),))
    response = dns.message.from_wire(write_answer(query("A.tEsT"), answer, limit=512, payload=4096, age=45))
    assert response.answer[0].ttl == 15
    assert response.question[0].name.to_text() == "A.tEsT."
