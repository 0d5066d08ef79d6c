"""Rows of measurements and the table that `make bench` prints."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One thing measured for one contender, all rounds of it.

    `ratio_to` names the contender of the same run that the ratio column divides by (ours by theirs: below 1 is ahead).
    `goal` is what the value must not exceed, None where there is no goal. `note` says what a number does not.
    """

    name: str
    contender: str
    values: tuple[float, ...]
    unit: str
    ratio_to: str | None = None
    goal: float | None = None
    note: str = ""

    @property
    def value(self) -> float:
        """The median of all rounds."""
        return statistics.median(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        return None if self.goal is None else self.value <= self.goal


@dataclass
class Samples:
    """Collects values by name and contender over interleaved rounds, in the order of first appearance."""

    _values: dict[tuple[str, str, str], list[float]] = field(default_factory=dict)

    def add(self, name: str, contender: str, value: float, unit: str) -> None:
        """Add the value of one round."""
        self._values.setdefault((name, contender, unit), []).append(value)

    def rows(self, *, ours: str, goals: dict[str, float], notes: dict[str, str] | None = None) -> list[Row]:
        """One row each; every peer's row is compared with ours, ours has the goal."""
        return [
            Row(
                name,
                contender,
                tuple(values),
                unit,
                ratio_to=None if contender == ours else ours,
                goal=goals.get(name) if contender == ours else None,
                note=(notes or {}).get(contender, ""),
            )
            for (name, contender, unit), values in self._values.items()
        ]


def table(rows: Sequence[Row]) -> str:
    """A plain table: medians with their spread, ratios, goals."""
    lines: list[tuple[str, ...]] = [("what", "contender", "median", "min-max", "n", "unit", "against", "goal", "note")]
    lines += [_line(row, rows) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _line(row: Row, rows: Iterable[Row]) -> tuple[str, ...]:
    base = next((r for r in rows if (r.name, r.contender) == (row.name, row.ratio_to)), None)
    ratio = f"x{row.value / base.value:.2f} of {base.contender}" if base is not None and base.value else ""
    goal = "" if row.goal is None else f"<= {row.goal:g} {'met' if row.met else 'MISSED'}"
    spread = f"{min(row.values):.4g}-{max(row.values):.4g}"
    return (row.name, row.contender, f"{row.value:.4g}", spread, str(len(row.values)), row.unit, ratio, goal, row.note)
