"""The generated files of all codecs, by their path below the stubs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts.codecs.cython import Cython, runtime
from libtalos.contracts.codecs.plan import Field, Message, Reference, plan
from libtalos.contracts.codecs.python import PRIMITIVES, SHARED, Python, alias
from libtalos.contracts.codecs.text import Code

HEADER = '"""Generated from proto/ by `talos contracts generate`. Do not edit."""'


def render(files: pb.FileDescriptorSet) -> dict[str, str]:
    """The text of every file. Raises UnsupportedError."""
    messages = plan(files)
    by_package = groupby(messages, lambda message: message.reference.package)
    texts = {
        f"{package.replace('.', '/')}/codec.py": python_module(package, list(members))
        for package, members in by_package
    }
    texts["compiled.pyx"] = cython_module(messages)
    digest = hashlib.sha256("".join(texts.values()).encode()).hexdigest()
    line = f'\nDIGEST = "{digest}"\n'
    return {**texts, "compiled.pyx": texts["compiled.pyx"] + line, "codec_digest.py": HEADER + "\n" + line}


def cython_module(messages: list[Message]) -> str:
    """The module with the codecs of all packages, in Cython."""
    cython = Cython()
    enums = sorted({field.message() for field in fields(messages) if field.kind == "enum"})
    cython.declare((message.reference for message in messages), enums)
    _functions(messages, cython)
    packages = sorted({message.reference.package for message in messages} | {enum.package for enum in enums})
    for package in packages:
        own = [message for message in messages if message.reference.package == package]
        cython.bind(package, own, [enum for enum in enums if enum.package == package], _others(package, own))
    cython.find(packages)
    return f"{runtime()}\n\n{cython.code.text()}"


def python_module(package: str, messages: list[Message]) -> str:
    """The codec module of one proto package, in Python."""
    python = Python(package)
    _imports(package, messages, python.code)
    _functions(messages, python)
    code = python.code
    code.add("", "")
    with code.block("CODECS = {"):
        for name in (message.reference.name for message in messages):
            code.add(f"{name}: (encoder(write_{name}), decoder(read_{name})),")
    code.add("}")
    return code.text()


def _functions(messages: list[Message], language: Python | Cython) -> None:
    for message in messages:
        language.add(message, "message")
        for entry in (field.entry for field in message.fields if field.entry is not None):
            language.add(entry, "entry")
        if message.wrapping is not None:
            language.add(message, "value")


def _others(package: str, messages: list[Message]) -> list[str]:
    """The other packages whose classes these messages use."""
    return sorted({field.target.package for field in fields(messages) if field.target is not None} - {package})


def fields(messages: Iterable[Message]) -> Iterator[Field]:
    """Every field, those of entries after their maps."""
    for message in messages:
        for field in message.fields:
            yield field
            if field.entry is not None:
                yield from field.entry.fields


def _imports(package: str, messages: list[Message], code: Code) -> None:
    up = "." * (package.count(".") + 2)
    enums = sorted({field.message() for field in fields(messages) if field.kind == "enum"})
    others = sorted({field.message().package for field in fields(messages) if field.is_message} - {package})
    code.add(HEADER, "")
    with code.block("from libtalos.wireformat.pure import ("):
        code.add(*(f"{names}," for names in PRIMITIVES))
    code.add(")", f"from libtalos.wireformat.shared import {SHARED}")
    code.add("from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta", "")
    code.add(*(f"from . import {message.reference.name}" for message in messages))
    code.add(*(f"from {up}{other} import codec as {alias(Reference(package=other, name=''))}" for other in others))
    code.add(*(_enum_import(package, up, enum) for enum in enums))
    code.add("", "new = object.__new__")
    for kind in ("fixed32", "sfixed32", "float", "fixed64", "sfixed64", "double"):
        code.add(f'pack_{kind}, unpack_{kind} = PACK["{kind}"], UNPACK["{kind}"]')
    for name in (enum.name for enum in enums):
        code.add(f"get_{name} = {{int(member): member for member in enum_{name}}}.get", f"zero_{name} = enum_{name}(0)")


def _enum_import(package: str, up: str, enum: Reference) -> str:
    source = "." if enum.package == package else f"{up}{enum.package}"
    return f"from {source} import {enum.name} as enum_{enum.name}"
