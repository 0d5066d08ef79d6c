"""What every command prints: data on stdout, as a table for people or as JSON or YAML for machines."""

from __future__ import annotations

import contextlib
import enum
import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Annotated, Any, TextIO

import typer

# upstream's tables: columns padded with three spaces
PADDING = "   "


class Output(enum.StrEnum):
    """How data is printed on stdout."""

    TABLE = "table"
    YAML = "yaml"
    JSON = "json"


OutputOption = Annotated[Output, typer.Option("--output", "-o", help="Format of the data on stdout.")]
Paint = Callable[[str], str]

_COLOURS = {
    typer.colors.GREEN: frozenset({"running", "ok", "serving", "true", "ready"}),
    typer.colors.YELLOW: frozenset({"starting", "waiting", "preparing", "stopping", "booting", "skipped", "?"}),
    typer.colors.RED: frozenset({"failed", "fail", "false", "down"}),
}


class ReaderGoneError(Exception):
    """Whoever read stdout has seen enough: `talos events | head`."""


def put(data: str | bytes) -> None:
    """Write data on stdout, at once. Raises ReaderGoneError if nobody reads it."""
    try:
        if isinstance(data, bytes):
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(data)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def emit(
    data: Any, output: Output, *, header: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[str] = ()
) -> None:
    """Print data; header and rows are its table, in which the columns named in right are aligned to the right."""
    if output is Output.TABLE:
        print_table(header, rows, right=right)
    else:
        print_document(data, output)


def print_document(data: Any, output: Output) -> None:
    """Print plain data as one JSON or YAML document."""
    if output is Output.JSON:
        import json  # noqa: PLC0415 - only this format needs it

        put(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    else:
        import yaml  # noqa: PLC0415 - only this format needs it

        put("---\n" + yaml.safe_dump(data, sort_keys=False, indent=4, allow_unicode=True))


def print_item(data: Any, output: Output) -> None:
    """Print one item of a stream that has no end: a line of JSON, or a YAML document."""
    if output is Output.JSON:
        import json  # noqa: PLC0415 - only this format needs it

        put(json.dumps(data, ensure_ascii=False) + "\n")
    else:
        print_document(data, output)


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, right: Collection[str] = ()) -> None:
    """Print aligned columns, whole: a cell that is cut off is of no use to anybody."""
    cells = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for index in (index for index, title in enumerate(header) if title in right):
        for row in cells:
            row[index] = row[index].rjust(widths[index])
    put("".join(format_row(row, widths, paint=paint if row is not cells[0] else str) + "\n" for row in cells))


class StreamTable:
    """A table whose rows come one by one: a column is as wide as what came before. widths are known beforehand."""

    def __init__(self, header: Sequence[str], widths: Mapping[str, int] | None = None) -> None:
        self._widths = [max(len(title), (widths or {}).get(title, 0)) for title in header]
        self._print(header, paint=str)

    def add(self, row: Sequence[str]) -> None:
        """Print a row."""
        # the last column ends the line, so it has no width
        shown = zip(self._widths[:-1], row[:-1], strict=True)
        self._widths[:-1] = [max(width, len(cell)) for width, cell in shown]
        self._print(row, paint=paint)

    def _print(self, row: Sequence[str], *, paint: Paint) -> None:
        put(format_row(row, self._widths, paint=paint) + "\n")


def format_row(row: Sequence[str], widths: Sequence[int], *, paint: Paint) -> str:
    """One line of a table; colour does not count as width."""
    padded = [paint(cell) + " " * (width - len(cell)) for cell, width in zip(row, widths, strict=True)]
    return PADDING.join(padded).rstrip()


def paint(cell: str) -> str:
    """Colour a state word, on a terminal that wants colours."""
    colour = next((colour for colour, words in _COLOURS.items() if cell.lower() in words), None)
    return typer.style(cell, fg=colour) if colour and colours_wanted(sys.stdout) else cell


def colours_wanted(stream: TextIO) -> bool:
    """Whether a stream is a terminal and NO_COLOR (no-color.org) is not set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def say(message: str) -> None:
    """Write progress for people: on stderr, never among the data. If nobody reads it the work goes on."""
    with contextlib.suppress(BrokenPipeError):
        print(message, file=sys.stderr, flush=True)


def say_error(message: str) -> None:
    """Write what went wrong, on stderr."""
    word = "error:"
    say(f"{typer.style(word, fg=typer.colors.RED) if colours_wanted(sys.stderr) else word} {message}")
