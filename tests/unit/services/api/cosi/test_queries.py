"""Queries on ids and labels."""

from __future__ import annotations

import datetime as dt

import pytest

from libtalos.bus.errors import InvalidArgumentError
from libtalos.resources.spec import Metadata
from services.api.cosi.queries import Operation, Query, Term

EPOCH = dt.datetime.fromtimestamp(0, dt.UTC)


def resource(resource_id: str = "eth0", **labels: str) -> Metadata:
    """The metadata of a resource."""
    return Metadata(
        namespace="n", type="T", id=resource_id, version=1, owner="", created=EPOCH, updated=EPOCH, labels=labels
    )


@pytest.mark.parametrize(
    ("term", "holds"),
    [
        (Term("a", Operation.EXISTS), True),
        (Term("b", Operation.EXISTS), False),
        (Term("b", Operation.EXISTS, invert=True), True),
        (Term("a", Operation.EQUAL, ("10",)), True),
        (Term("a", Operation.EQUAL, ("1",)), False),
        (Term("a", Operation.EQUAL, ("10",), invert=True), False),
        (Term("b", Operation.EQUAL, ("",)), False),
        (Term("a", Operation.EQUAL), False),
        (Term("a", Operation.IN, ("9", "10")), True),
        (Term("a", Operation.IN), False),
        (Term("a", Operation.LT, ("9",)), True),
        (Term("a", Operation.LT, ("10",)), False),
        (Term("a", Operation.LTE, ("10",)), True),
        (Term("a", Operation.LT_NUMERIC, ("9",)), False),
        (Term("a", Operation.LT_NUMERIC, ("11",)), True),
        (Term("a", Operation.LTE_NUMERIC, ("10",)), True),
        (Term("a", Operation.LTE_NUMERIC, ("x",)), False),
    ],
)
def test_a_term(term: Term, holds: bool) -> None:
    assert Query(labels=((term,),)).holds(resource(a="10")) is holds


def test_terms_are_anded_and_queries_ored() -> None:
    a, b = Term("a", Operation.EXISTS), Term("b", Operation.EXISTS)
    assert not Query(labels=((a, b),)).holds(resource(a="1"))
    assert Query(labels=((a, b), (a,))).holds(resource(a="1"))
    assert Query().holds(resource())
    assert Query().everything
    assert not Query(labels=((a,),)).everything


def test_an_expression_is_found_anywhere_in_the_id() -> None:
    assert Query("th").holds(resource())
    assert not Query("^th").holds(resource())
    assert Query(r"^eth\d+$|lo").holds(resource())
    assert Query(r"\)*\[").holds(resource("a)["))


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("(", "no regular expression"),
        ("(a+)+", "repeats a group"),
        ("(a|a)*", "repeats a group"),
        ("a*b*c*d*", "more than 3 times"),
        ("a" * 257, "longer than 256"),
    ],
)
def test_what_could_take_for_ever_is_refused(expression: str, said: str) -> None:
    with pytest.raises(InvalidArgumentError, match=said):
        Query(expression)
