"""What every command prints: data on stdout, as a table for people or as JSON or YAML for machines."""

from __future__ import annotations

import enum
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any

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


def emit(data: Any, output: Output, *, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print data; header and rows are its table."""
    if output is Output.TABLE:
        print_table(header, rows)
    else:
        print_document(data, output)


def print_document(data: Any, output: Output) -> None:
    """Print plain data as one JSON or YAML document."""
    if output is Output.JSON:
        import json  # noqa: PLC0415 - only this format needs it

        print(json.dumps(data, indent=2, ensure_ascii=False), flush=True)
    else:
        import yaml  # noqa: PLC0415 - only this format needs it

        print("---\n" + yaml.safe_dump(data, sort_keys=False, indent=4, allow_unicode=True), end="", flush=True)


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print aligned columns, whole: a cell that is cut off is of no use to anybody."""
    cells = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for number, row in enumerate(cells):
        print(format_row(row, widths, paint=paint if number else str), flush=True)


def format_row(row: Sequence[str], widths: Sequence[int], *, paint: Paint) -> str:
    """One line of a table; colour does not count as width."""
    padded = [paint(cell) + " " * (width - len(cell)) for cell, width in zip(row, widths, strict=True)]
    return PADDING.join(padded).rstrip()


def paint(cell: str) -> str:
    """Colour a state word, on a terminal that wants colours."""
    if not colours_wanted():
        return cell
    colour = next((colour for colour, words in _COLOURS.items() if cell.lower() in words), None)
    return typer.style(cell, fg=colour) if colour else cell


def colours_wanted() -> bool:
    """Whether stdout is a terminal and NO_COLOR (no-color.org) is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def say(message: str) -> None:
    """Write progress for people: on stderr, never among the data."""
    print(message, file=sys.stderr, flush=True)
