"""Messages whose __init__ is source: a dataclass writes and compiles one at every import (docs/decisions/0016)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

_DECORATOR = "@dataclass(eq=False, repr=False)"
_OWN_DECORATOR = "@dataclass(eq=False, repr=False, init=False)"
_IMPORT = "from dataclasses import dataclass\n"
# the mark of an argument that was not given, where the default has to be made anew or is not known yet
_OWN_IMPORT = "from dataclasses import MISSING, dataclass\n"
_ZEROS = {"TYPE_BOOL": "False", "TYPE_DOUBLE": "0.0", "TYPE_FLOAT": "0.0", "TYPE_STRING": '""', "TYPE_BYTES": 'b""'}
_ZEROS |= {"TYPE_MESSAGE": "None"}


class _Argument(msgspec.Struct, frozen=True):
    """An argument of a constructor. made: its default, where that is an expression for each message."""

    name: str
    annotation: str
    default: str = "MISSING"
    made: str = ""


class RewriteError(Exception):
    """The compiler's output has another form than the one that is known here."""


def with_constructors(name: str, text: str) -> str:
    """A generated module whose messages have an __init__ of their own; it takes what the dataclass's would have taken.

    Raises RewriteError for a message of another form; name is for its message.
    """
    lines = text.split("\n")
    for message in reversed(list(_messages(ast.parse(text)))):
        at = message.lineno - 2
        if lines[at] != _DECORATOR:
            raise RewriteError(f"{name}: {message.name} is not decorated as messages are: {lines[at]}")
        end = message.body[-1].end_lineno or message.lineno
        fields = [node for node in message.body if isinstance(node, ast.AnnAssign)]
        last = fields[-1].end_lineno if fields else None
        constructor = _constructor([_argument(f"{name}: {message.name}", field) for field in fields])
        lines[last or end : last or end] = ["", *constructor]
        lines[at] = _OWN_DECORATOR
    return "\n".join(lines).replace(_IMPORT, _OWN_IMPORT)


def _messages(module: ast.Module) -> Iterator[ast.ClassDef]:
    for node in module.body:
        if isinstance(node, ast.ClassDef) and [ast.unparse(base) for base in node.bases] == ["betterproto2.Message"]:
            yield node


def _argument(where: str, node: ast.AnnAssign) -> _Argument:
    match node:
        case ast.AnnAssign(
            target=ast.Name(id=name),
            annotation=ast.Constant(value=str(annotation)),
            value=ast.Call(args=[_, ast.Attribute(attr=kind)], keywords=keywords),
        ) if name != "self":
            options = {keyword.arg: keyword.value for keyword in keywords}
        case _:
            raise RewriteError(f"{where}: this field is not known: {ast.unparse(node)}")
    if "repeated" in options:
        return _Argument(name, annotation, made="[]")
    if "optional" in options or "group" in options:
        return _Argument(name, annotation, default="None")
    if kind == "TYPE_MAP":
        return _Argument(name, annotation, made="{}")
    if kind != "TYPE_ENUM":
        return _Argument(name, annotation, default=_ZEROS.get(kind, "0"))
    match options.get("default_factory"):
        case ast.Lambda(body=zero):
            return _Argument(name, annotation, made=ast.unparse(zero))
    raise RewriteError(f"{where}: this enum has no default: {ast.unparse(node)}")


def _constructor(arguments: list[_Argument]) -> Iterator[str]:
    yield "    def __init__("
    yield "        self,"
    for each in arguments:
        yield f'        {each.name}: "{each.annotation}" = {each.default},'
    yield "    ) -> None:"
    for each in arguments:
        made = f"{each.made} if {each.name} is MISSING else " if each.made else ""
        yield f"        self.{each.name} = {made}{each.name}"
    yield "        self.__post_init__()"
