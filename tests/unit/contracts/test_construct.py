"""Constructors of messages: those that are generated against those that dataclasses write, and what is refused."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import betterproto2
import pytest

import libtalos.gen
from libtalos.contracts.construct import RewriteError, with_constructors

HEAD = "from dataclasses import dataclass\nimport betterproto2\n\n"
DECORATED = "@dataclass(eq=False, repr=False)\n"


def messages() -> Iterator[type[betterproto2.Message]]:
    """Every generated message."""
    for module in pkgutil.walk_packages(libtalos.gen.__path__, "libtalos.gen."):
        if module.ispkg:
            found = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
            yield from (
                cls for _, cls in found if issubclass(cls, betterproto2.Message) and cls.__module__ == module.name
            )


@pytest.mark.parametrize("cls", list(messages()), ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_a_message_is_made_as_its_dataclass_would_make_it(cls: type[betterproto2.Message]) -> None:
    members = {name: value for name, value in vars(cls).items() if name in ("__annotations__", "__module__")}
    fields = {field.name: dataclasses.field(default_factory=field.default_factory) for field in _fields(cls)}
    twin: Any = dataclasses.dataclass(eq=False, repr=False)(
        type(cls.__name__, (betterproto2.Message,), members | fields)
    )
    assert vars(cls()) == vars(twin())
    assert list(inspect.signature(cls).parameters) == list(inspect.signature(twin).parameters)
    given = {name: object() for name in fields}
    assert vars(cls(**given)) == vars(twin(**given)) == given | {"_unknown_fields": b""}
    assert vars(cls(*given.values())) == vars(cls(**given))
    assert all(one is not other for one, other in _containers(cls(), cls()))


def _fields(cls: type[betterproto2.Message]) -> tuple[dataclasses.Field, ...]:  # type: ignore[type-arg]
    return dataclasses.fields(cls)  # type: ignore[arg-type]  # Message itself is none


def _containers(one: betterproto2.Message, other: betterproto2.Message) -> Iterator[tuple[object, object]]:
    """The lists and maps of two messages, in pairs."""
    for name, value in vars(one).items():
        if isinstance(value, list | dict):
            yield value, vars(other)[name]


def test_what_is_no_message_stays_as_it_is() -> None:
    text = "from dataclasses import field\n\n\nclass Kind(betterproto2.Enum):\n    NONE = 0\n"
    assert with_constructors("a", text) == text


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("self: 'int' = betterproto2.field(1, betterproto2.TYPE_INT32)", "this field is not known: self: 'int'"),
        ("x: int = betterproto2.field(1, betterproto2.TYPE_INT32)", "this field is not known: x: int"),
        ("x: 'Kind' = betterproto2.field(1, betterproto2.TYPE_ENUM)", "this enum has no default: x: 'Kind'"),
    ],
)
def test_a_field_of_another_form_is_named(field: str, problem: str) -> None:
    with pytest.raises(RewriteError) as caught:
        with_constructors("a.v1", f"{HEAD}{DECORATED}class A(betterproto2.Message):\n    {field}\n")
    assert str(caught.value).startswith(f"a.v1: A: {problem}")


def test_a_message_that_is_decorated_in_another_way_is_named() -> None:
    with pytest.raises(RewriteError, match=r"a\.v1: A is not decorated as messages are: @dataclass"):
        with_constructors("a.v1", f"{HEAD}@dataclass\nclass A(betterproto2.Message):\n    pass\n")
