"""Rows of measurements, and what `make bench` prints of them: a table, or JSON."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One thing measured for one contender, all rounds of it.

    `ratio_to` names the contender of the same run that the ratio column divides by. `goal` is what the value must not
    exceed, or, with `at_least`, what it must reach; None where there is no goal. `note` says what a number does not.
    """

    name: str
    contender: str
    values: tuple[float, ...]
    unit: str
    ratio_to: str | None = None
    goal: float | None = None
    note: str = ""
    at_least: bool = False

    @property
    def value(self) -> float:
        """The median of all rounds."""
        return statistics.median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest value."""
        return min(self.values), max(self.values)

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal


@dataclass
class Samples:
    """Collects values by name and contender over interleaved rounds, in the order of first appearance."""

    _values: dict[tuple[str, str, str], list[float]] = field(default_factory=dict)

    def add(self, name: str, contender: str, value: float, unit: str) -> None:
        """Add the value of one round."""
        self._values.setdefault((name, contender, unit), []).append(value)

    def times(self, name: str, ours: str, peer: str, *, goal: float) -> list[Row]:
        """How many times the peer's value ours is, round by round, and at least should be; nothing without the peer."""
        found = {who: values for (what, who, _), values in self._values.items() if what == name}
        if peer not in found:
            return []
        values = tuple(own / other for own, other in zip(found[ours], found[peer], strict=True))
        return [Row(name, f"{ours} / {peer}", values, "times", goal=goal, at_least=True)]

    def rows(
        self, *, ours: str, goals: dict[str, float] | None = None, notes: dict[str, str] | None = None
    ) -> list[Row]:
        """One row each, those of one name together; every peer's row is compared with ours, ours has the goal."""
        names = list(dict.fromkeys(name for name, _, _ in self._values))
        ordered = sorted(self._values.items(), key=lambda item: names.index(item[0][0]))
        return [
            Row(
                name,
                contender,
                tuple(values),
                unit,
                ratio_to=None if contender == ours else ours,
                goal=(goals or {}).get(name) if contender == ours else None,
                note=(notes or {}).get(contender, ""),
            )
            for (name, contender, unit), values in ordered
        ]


def ratio(row: Row, rows: Iterable[Row]) -> float | None:
    """How many times the value of the contender it is compared with; None without one, or where that is 0.

    With equally many values it is the median of the ratios within each round: what disturbs a whole round cancels out.
    """
    base = next((other for other in rows if (other.name, other.contender) == (row.name, row.ratio_to)), None)
    if base is None or not all(base.values):
        return None
    if len(base.values) == len(row.values):
        return statistics.median(own / other for own, other in zip(row.values, base.values, strict=True))
    return row.value / base.value


def table(rows: Sequence[Row]) -> str:
    """A plain table: medians with their spread, ratios, goals; the notes on contenders below it."""
    lines: list[tuple[str, ...]] = [("what", "contender", "median", "min-max", "n", "unit", "against", "goal")]
    lines += [_line(row, rows) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([*shown, *dict.fromkeys(f"{row.contender}: {row.note}" for row in rows if row.note)])


def document(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows as JSON has them, with every value of every round."""
    return [
        {
            "name": row.name,
            "contender": row.contender,
            "median": row.value,
            "values": list(row.values),
            "unit": row.unit,
            "ratio": ratio(row, rows),
            "ratioTo": row.ratio_to,
            "goal": row.goal,
            "met": row.met,
            "note": row.note,
        }
        for row in rows
    ]


def number(value: float) -> str:
    """Four significant digits, never an exponent."""
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _line(row: Row, rows: Iterable[Row]) -> tuple[str, ...]:
    times = ratio(row, rows)
    against = "" if times is None else f"x{times:.2f} of {row.ratio_to}"
    goal = "" if row.goal is None else f"{'>=' if row.at_least else '<='} {row.goal:g} {'met' if row.met else 'MISSED'}"
    spread = "-".join(map(number, row.spread))
    return (row.name, row.contender, number(row.value), spread, str(len(row.values)), row.unit, against, goal)
