"""Queries on ids and labels (COSI: pkg/resource/kvutils and pkg/state)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from functools import cached_property

import msgspec

from libtalos.bus.errors import InvalidArgumentError
from libtalos.resources.spec import Metadata

# Python's expressions backtrack, Go's do not: with these bounds the worst one costs the third power of an id's length
LONGEST_EXPRESSION = 256
MOST_REPEATS = 3
# what stands for itself, and classes of characters
_PLAIN = re.compile(r"\\.|\[(?:\\.|[^\]])*\]")


class Operation(Enum):
    """What a term asks of a label."""

    EXISTS = auto()
    EQUAL = auto()
    IN = auto()
    LT = auto()
    LTE = auto()
    LT_NUMERIC = auto()
    LTE_NUMERIC = auto()


class Term(msgspec.Struct, frozen=True):
    """A condition on one label."""

    key: str
    operation: Operation
    values: tuple[str, ...] = ()
    invert: bool = False

    def holds(self, labels: Mapping[str, str]) -> bool:
        """Whether it holds for these labels; a label that is not there makes every comparison false."""
        found = labels.get(self.key)
        return (found is not None and self._compare(found)) is not self.invert

    def _compare(self, found: str) -> bool:
        if self.operation is Operation.EXISTS:
            return True
        if self.operation is Operation.IN:
            return found in self.values
        if not self.values:
            return False
        wanted = self.values[0]
        if self.operation is Operation.EQUAL:
            return found == wanted
        if self.operation in {Operation.LT, Operation.LTE}:
            return found < wanted or (self.operation is Operation.LTE and found == wanted)
        return _compare_numbers(found, wanted, equal=self.operation is Operation.LTE_NUMERIC)


class Query(msgspec.Struct, frozen=True, dict=True):
    """Ids by an expression, labels by terms: one of the lists of terms has to hold as a whole."""

    expression: str = ""
    labels: tuple[tuple[Term, ...], ...] = ()

    def __post_init__(self) -> None:
        """Raise InvalidArgumentError for an expression that is none."""
        _check_cost(self.expression)
        try:
            _ = self._pattern
        except re.error as error:
            raise InvalidArgumentError(f"the id query is no regular expression: {error}") from error

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    @property
    def everything(self) -> bool:
        """Whether nothing is asked."""
        return not self.expression and not self.labels

    def holds(self, metadata: Metadata) -> bool:
        """Whether a resource is meant."""
        if self.expression and not self._pattern.search(metadata.id):
            return False
        return not self.labels or any(_all(terms, metadata.labels) for terms in self.labels)


def _check_cost(expression: str) -> None:
    """Raise InvalidArgumentError for an expression that could take for ever."""
    if len(expression) > LONGEST_EXPRESSION:
        raise InvalidArgumentError(f"the id query is longer than {LONGEST_EXPRESSION} characters")
    signs = _PLAIN.sub("x", expression)
    if re.search(r"\)[*+{]", signs):
        raise InvalidArgumentError("the id query repeats a group: repeat single characters or classes")
    if len(re.findall(r"[*+{]", signs)) > MOST_REPEATS:
        raise InvalidArgumentError(f"the id query repeats more than {MOST_REPEATS} times")


def _all(terms: Sequence[Term], labels: Mapping[str, str]) -> bool:
    return all(term.holds(labels) for term in terms)


def _compare_numbers(found: str, wanted: str, *, equal: bool) -> bool:
    try:
        left, right = int(found), int(wanted)
    except ValueError:
        return False
    return left <= right if equal else left < right
