"""YAML is read within bounds, whatever is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.config import ConfigError
from libtalos.config.nodes import Mapping, Scalar, Sequence
from libtalos.config.plain import plain
from libtalos.config.source import MAX_BYTES, documents

BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    + [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 9)]
)


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("a: &a [*a]", "anchor 'a' contains itself", 1),
        ("a: *nobody", "anchor 'nobody' is not defined", 1),
        ("a: 1\nb: 2\na: 3", "mapping key 'a' already defined at line 1 (line 3)", 3),
        ("a: !!python/object/apply:os.system [id]", "is not supported", 1),
        ("a: !!binary aGk=", "is not supported", 1),
        ("? [a]\n: b", "a key must be text", 1),
        ("a:\n  <<: 3", "a merge key needs a mapping", 2),
        (BOMB, "values once aliases are expanded", 6),
        ("[" * 1_000_000, "nested deeper than 64 levels", 1),
        ("a:\n\t- b", "not YAML: found character that cannot start any token (line 2)", 2),
        ("a: 'b", "not YAML: found unexpected end of stream (line 1)", 1),
    ],
    ids=["cycle", "undefined", "twice", "python", "binary", "key", "merge", "bomb", "deep", "tab", "quote"],
)
def test_what_is_wrong_is_said_with_its_line(text: str, problem: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        list(documents(text.encode()))
    assert problem in caught.value.message
    assert caught.value.line == line


def test_documents_share_the_bound() -> None:
    lists = (f"b{number}: [{', '.join(['*a'] * 1000)}]" for number in range(10))
    half = "\n".join([f"a: &a {['x'] * 10}", *lists])
    assert len(list(documents(half.encode()))) == 1
    with pytest.raises(ConfigError, match="values once aliases are expanded"):
        list(documents(f"{half}\n---\n{half}".encode()))


def test_size_is_bounded() -> None:
    with pytest.raises(ConfigError, match="more than the 4194304 that are allowed"):
        list(documents(b"#" * (MAX_BYTES + 1)))


@pytest.mark.parametrize("data", [b"\x00", b"\xff\xfe\xfa", b"a: \x80"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ConfigError, match="not YAML"):
        list(documents(data))


def test_nodes_know_their_lines() -> None:
    (root,) = documents(b"a: 1\nb:\n  - x\n  - {c: 'd'}\n")
    assert isinstance(root, Mapping)
    assert root.key_lines == {"a": 1, "b": 2}
    items = root.entries["b"]
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [3, 4]
    inner = items.items[1]
    assert isinstance(inner, Mapping)
    assert inner.entries["c"] == Scalar("d", 4, plain=False)


def test_aliases_and_merge_keys_are_resolved() -> None:
    (root,) = documents(b"base: &base {a: 1, b: 2}\nuse: {<<: *base, b: 3}\nlist: [*base]\nmany: {<<: [*base, {c: 4}]}")
    assert plain(root) == {
        "base": {"a": 1, "b": 2},
        "use": {"b": 3, "a": 1},
        "list": [{"a": 1, "b": 2}],
        "many": {"a": 1, "b": 2, "c": 4},
    }


def test_empty_documents_are_skipped() -> None:
    assert [plain(node) for node in documents(b"---\n---\na: 1\n---\n~\n---\nb: 2\n")] == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("-7", -7),
        ("0o17", 15),
        ("0644", 420),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".inf", float("inf")),
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("2001-01-01", "2001-01-01"),
        ("1_000", "1_000"),
        ("~", None),
        ("'1'", "1"),
        ("1" * 41, "1" * 41),
    ],
)
def test_plain_words_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    (root,) = documents(f"a: {text}".encode())
    assert plain(root) == {"a": value}


@given(st.binary(max_size=200))
def test_any_bytes_give_nodes_or_the_error(data: bytes) -> None:
    try:
        list(documents(data))
    except ConfigError as error:
        assert error.message  # noqa: PT017 - both outcomes are right


@given(st.text(alphabet="ab:-[]{}&*!'\"\n ,#?|>%@`", max_size=80))
def test_any_punctuation_gives_nodes_or_the_error(text: str) -> None:
    try:
        list(documents(text.encode()))
    except ConfigError as error:
        assert error.message  # noqa: PT017 - both outcomes are right
