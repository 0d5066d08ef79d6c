"""What tables show of a resource: cells picked from the spec by upstream's kind of JSON path."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

# one step of a path: .key, ['key'], [0], [*] or [:]
_STEP = re.compile(r"\.(?P<key>[A-Za-z_][\w-]*)|\['(?P<quoted>[^']*)'\]|\[(?P<index>-?\d+)\]|(?P<all>\[(?:\*|:)\])")

# before the columns of the type itself; talosctl puts NODE first where there are several
HEADER = ("NAMESPACE", "TYPE", "ID", "VERSION")


class PrintColumn(Protocol):
    """A column of a definition: a Column of this package, or the message PrintColumn."""

    @property
    def name(self) -> str:
        """The title."""

    @property
    def json_path(self) -> str:
        """Where the value is, such as `{.status.ready}`."""


class Identity(Protocol):
    """The metadata that every row starts with."""

    @property
    def namespace(self) -> str:
        """The namespace."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def version(self) -> int:
        """The version, from 1."""


def steps(json_path: str) -> list[str | int | None]:
    """Read a path such as `{.status.conditions[0]}`: keys, indexes, and None for "all of them".

    Raises ValueError for anything else.
    """
    inner = json_path.strip().removeprefix("{").removesuffix("}")
    found: list[str | int | None] = []
    position = 0
    while position < len(inner):
        match = _STEP.match(inner, position)
        if match is None:
            raise ValueError(f'JSON path "{json_path}": cannot read "{inner[position:]}"')
        found.append(_step(match))
        position = match.end()
    return found


def _step(match: re.Match[str]) -> str | int | None:
    if match["all"]:
        return None
    return int(match["index"]) if match["index"] else match["key"] or match["quoted"]


def lookup(spec: Any, json_path: str) -> Any:
    """Return the value at a path, or None if there is none. Raises ValueError if the path is malformed."""
    value = spec
    for step in steps(json_path):
        if step is not None:
            value = _enter(value, step)
    return value


def _enter(value: Any, step: str | int) -> Any:
    if isinstance(step, str):
        return value.get(step) if isinstance(value, Mapping) else None
    if isinstance(value, list) and -len(value) <= step < len(value):
        return value[step]
    return None


def cell(value: Any) -> str:
    """Return a value as a table shows it: text as it is, nothing as nothing, the rest as compact JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def header(columns: Iterable[PrintColumn]) -> tuple[str, ...]:
    """Return the titles of a table of one type."""
    return (*HEADER, *(column.name.upper() for column in columns))


def row(
    metadata: Identity, spec: Mapping[str, Any], *, display_type: str, columns: Iterable[PrintColumn]
) -> tuple[str, ...]:
    """Return the cells of one resource, in the order of `header`."""
    return (metadata.namespace, display_type, metadata.id, str(metadata.version), *_cells(spec, columns))


def _cells(spec: Mapping[str, Any], columns: Iterable[PrintColumn]) -> Iterator[str]:
    return (cell(lookup(spec, column.json_path)) for column in columns)
