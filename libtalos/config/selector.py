"""Disk selectors: expressions in the Common Expression Language over a disk, with upstream's variables.

cel-python does the work. It takes 90 ms and 20 MB, so it is imported with the first selector that is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from celpy.celparser import CELParseError
    from celpy.evaluation import CELEvalError

# upstream's constants, as unsigned numbers
UNITS: Final = {
    **{f"{letter}B": 1000 ** (power + 1) for power, letter in enumerate("kMGTPE")},
    **{f"{letter}iB": 1024 ** (power + 1) for power, letter in enumerate("KMGTPE")},
}
_NOT_BOOLEAN: Final = 'it has to be true or false for a disk, as disk.transport == "nvme" is'


class SelectorError(ValueError):
    """An expression that cannot be used; the message says why."""


class Selector:
    """An expression, ready to be asked. Raises SelectorError if it is not in the language."""

    def __init__(self, expression: str) -> None:
        from celpy import Environment  # noqa: PLC0415 - see above
        from celpy.celparser import CELParseError  # noqa: PLC0415

        environment = Environment()
        try:
            self._program = environment.program(environment.compile(expression))
        except CELParseError as error:
            raise SelectorError(f"{expression!r}{_place(error)}: the expression cannot be read") from error
        self._expression = expression

    def matches(self, disk: Mapping[str, object], *, system_disk: bool) -> bool:
        """Return whether a disk is meant. disk has the fields of its resource.

        Raises SelectorError for a name that there is not, types that do not fit, or a result that is not true or false.
        """
        from celpy import celtypes  # noqa: PLC0415
        from celpy.evaluation import CELEvalError  # noqa: PLC0415

        variables = {"disk": _value(disk), "system_disk": _value(system_disk)}
        constants = {name: celtypes.UintType(size) for name, size in UNITS.items()}
        try:
            found = self._program.evaluate({**variables, **constants})
        except CELEvalError as error:
            raise SelectorError(f"{self._expression!r}: {_reason(error, disk)}") from error
        if not isinstance(found, celtypes.BoolType | bool):
            raise SelectorError(f"{self._expression!r}: {_NOT_BOOLEAN}")
        return bool(found)


def _place(error: CELParseError) -> str:
    return f", line {error.line}, column {error.column}" if error.line and error.column else ""


def _reason(error: CELEvalError, disk: Mapping[str, object]) -> str:
    text = str(error.args[0]).partition(" (in activation")[0] if error.args else str(error)
    if "no such member" in text:
        return f"{text}; a disk has {', '.join(sorted(disk))}"
    if "undeclared" in text:
        return f"{text}; there are disk, system_disk and {', '.join(UNITS)}"
    if "no matching overload" in text or "no such overload" in text:
        return "types do not fit: a disk has texts, true or false, and unsigned numbers, which are written as 10u"
    return text


def _value(value: object) -> Any:
    """Return a value as the language has it; all numbers of a disk are unsigned."""
    from celpy import celtypes  # noqa: PLC0415

    match value:
        case bool():
            return celtypes.BoolType(value)
        case int():
            return celtypes.UintType(value)
        case str():
            return celtypes.StringType(value)
        case Mapping():
            return celtypes.MapType({celtypes.StringType(key): _value(item) for key, item in value.items()})
        case list() | tuple():
            return celtypes.ListType([_value(item) for item in value])
        case _:
            raise TypeError(type(value).__name__)
