"""Codecs in Cython: all packages in one module, on the primitives of runtime.pyx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from libtalos.contracts.codecs.decoding import Decoder, deferred
from libtalos.contracts.codecs.dialect import JOINS, SPLITS, Form, default
from libtalos.contracts.codecs.encoding import Encoder
from libtalos.contracts.codecs.plan import I64, Field, Message, Reference
from libtalos.contracts.codecs.text import Code

# in C, since most messages have times
_SPLITS = {**SPLITS, "datetime": "split_datetime"}
_JOINS = {**JOINS, "datetime": "join_datetime"}
_CASTS = {"int32": "<int32_t>", "uint32": "<uint32_t>", "int64": "<int64_t>", "uint64": ""}
_ZIGZAGS = {"sint32": "<uint32_t>", "sint64": ""}
_FIXED = {"fixed32": "<uint32_t>", "sfixed32": "<int32_t>", "fixed64": "", "sfixed64": "<int64_t>"}


def runtime() -> str:
    """The part of the module that is the same for all protos."""
    return Path(__file__).with_name("runtime.pyx").read_text()


def unique(reference: Reference) -> str:
    """The name of a class among those of all packages."""
    return f"{reference.package.replace('.', '_')}_{reference.name}"


class Cython:
    """Writes the module of a tree of stubs."""

    def __init__(self) -> None:
        self.code = Code()

    def declare(self, classes: Iterable[Reference], enums: Iterable[Reference]) -> None:
        """Declare the classes, which are imported later, with their package."""
        for reference in classes:
            self.code.add(f"cdef object class_{unique(reference)} = None")
        for reference in enums:
            name = unique(reference)
            self.code.add(f"cdef object enum_{name} = None, zero_{name} = None", f"cdef tuple small_{name} = None")

    def add(self, message: Message, form: Form) -> None:
        """Add both functions of a message."""
        Encoder(message, form, self, self.code).add()
        Decoder(message, form, self, self.code).add()

    def bind(self, package: str, messages: list[Message], enums: list[Reference], others: list[str]) -> None:
        """Add the function that imports the classes of a package and of those it uses."""
        code = self.code
        code.add("", "")
        with code.block(f"cdef dict bind_{package.replace('.', '_')}():"):
            names = [f"class_{unique(message.reference)}" for message in messages]
            names += [f"{kind}_{unique(enum)}" for enum in enums for kind in ("enum", "zero", "small")]
            code.add(f"global {', '.join(names)}", "cdef dict found = {}")
            with code.block(f'if "{package}" in bound:'):
                code.add(f'return bound["{package}"]')
            code.add(f'here = import_module(f"{{__package__}}.{package}")')
            for enum in enums:
                name = unique(enum)
                code.add(f"enum_{name} = here.{enum.name}", f"zero_{name} = enum_{name}(0)")
                code.add(f"small_{name} = small_members(enum_{name})")
            for message in messages:
                name = unique(message.reference)
                code.add(f"class_{name} = here.{message.reference.name}")
                code.add(f"found[class_{name}] = codec(write_{name}, read_{name})")
            code.add(f'bound["{package}"] = found')
            code.add(*(f"bind_{other.replace('.', '_')}()" for other in others), "return found")

    def find(self, packages: list[str]) -> None:
        """Add the function that others call to get at a package."""
        self.code.add("", "")
        with self.code.block("def codecs(package):"):
            self.code.add('"""Encoder and decoder of every class of a proto package. Raises KeyError."""')
            for package in packages:
                with self.code.block(f'if package == "{package}":'):
                    self.code.add(f"return bind_{package.replace('.', '_')}()")
            self.code.add("raise KeyError(package)")

    def other_type(self, value: str, expected: str) -> str:
        """Compare types."""
        return f"not Py{expected.capitalize()}_CheckExact({value})"

    @contextmanager
    def writer(self, message: Message, form: Form, code: Code) -> Iterator[None]:
        """cdef int write_package_Name(Out* o, object m, int depth)."""
        name = unique(message.reference)
        arguments = {"message": "(Out* o, object m", "value": "_value(Out* o, object x"}
        arguments["entry"] = "(Out* o, object key, object value"
        code.add("", "")
        with code.block(f"cdef int write_{name}{arguments[form]}, int depth) except -1:"):
            code.add("cdef Py_ssize_t at", "cdef uint64_t bits")
            if form == "message":
                with code.block(f"if type(m) is not class_{name} and not isinstance(m, class_{name}):"):
                    code.add("wrong(m)")
            elif form == "value" and message.wrapping == "value":
                code.add("value = x")
            elif form == "value":
                code.add(f"seconds, nanos = {_SPLITS[message.wrapping]}(x)")
            yield
            if form == "message":
                code.add("x = m._unknown_fields")
                with code.block("if x:"):
                    code.add("put_unknown(o, x)")
            code.add("return 0")

    def put(self, field: Field, value: str, code: Code) -> None:
        """Two calls."""
        code.add(f"put_varint(o, {field.tag})", f"put_{field.kind}(o, {value})")

    def put_true(self, field: Field, code: Code) -> None:
        """Two constants."""
        code.add(f"put_varint(o, {field.tag})", "put_varint(o, 1)")

    def put_unless_zero(self, field: Field, value: str, code: Code) -> None:
        """Minus zero is not zero."""
        code.add(f"bits = bits_of_{field.kind}({value})")
        with code.block("if bits:"):
            code.add(f"put_varint(o, {field.tag})", f"put_fixed(o, bits, {8 if field.wire_type == I64 else 4})")

    def put_packed(self, field: Field, value: str, code: Code) -> None:
        """The length comes after the values."""
        code.add(f"put_varint(o, {field.packed_tag})", "at = begin(o)")
        with code.block(f"for y in {value}:"):
            code.add(f"put_{field.kind}(o, y)")
        code.add("finish(o, at)")

    def put_message(self, owner: Message, field: Field, value: str, code: Code) -> None:  # noqa: ARG002 - all count
        """The length comes after the message."""
        self._put_nested(field, value, code)

    def put_entry(self, owner: Message, field: Field, code: Code) -> None:  # noqa: ARG002 - all count
        """The length comes after the entry."""
        self._put_nested(field, "k, w", code)

    def _put_nested(self, field: Field, values: str, code: Code) -> None:
        code.add(f"put_varint(o, {field.tag})", "at = begin(o)")
        code.add(f"write_{_function(field)}(o, {values}, deeper(depth))", "finish(o, at)")

    @contextmanager
    def reader(self, message: Message, form: Form, code: Code) -> Iterator[None]:
        """cdef object read_package_Name(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth)."""
        name = f"read_{unique(message.reference)}{'_value' if form == 'value' else ''}"
        into = "dict into, " if form == "entry" else ""
        code.add("", "")
        with code.block(f"cdef object {name}({into}In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):"):
            _initial(message, code)
            yield
            if form == "entry":
                _return_entry(code)
            else:
                (_return_message if form == "message" else _return_value)(message, code)

    def get(self, field: Field, variable: str, code: Code, *, end: str = "e") -> None:
        """One call."""
        kind, varint = field.kind, f"get_varint(i, &p, {end}, name)"
        if kind in ("string", "bytes"):
            self.get_end(code)
            name = ", name" if kind == "string" else ""
            code.add(f"{variable} = get_{kind}(i, p, q{name})", "p = q")
        elif kind in ("float", "double"):
            code.add(f"{variable} = get_{kind}(i, &p, {end}, name)")
        elif kind in _FIXED:
            size = 8 if field.wire_type == I64 else 4
            code.add(f"{variable} = {_FIXED[kind]}get_fixed(i, &p, {end}, {size}, name)")
        elif kind in _ZIGZAGS:
            code.add(f"{variable} = zigzag({_ZIGZAGS[kind]}{varint})")
        elif kind == "enum":
            enum = unique(field.message())
            code.add(f"{variable} = member(small_{enum}, enum_{enum}, <int32_t>{varint})")
        else:
            code.add(f"{variable} = {varint} != 0" if kind == "bool" else f"{variable} = {_CASTS[kind]}{varint}")

    def get_end(self, code: Code) -> None:
        """One call, which knows the end of the message."""
        code.add("q = get_end(i, &p, e, name)")

    def next_tag(self, code: Code) -> None:
        """One call."""
        code.add("tag = next_tag(i, &p, e, name)")

    def skip(self, code: Code) -> None:
        """One call."""
        code.add("p = skip(i, p, e, tag, t, name)")

    def cut_off(self, message: Message, code: Code) -> None:  # noqa: ARG002 - the name is in a variable
        """One call."""
        code.add("cut(name, p)")

    def charge(self, code: Code) -> None:
        """One call."""
        code.add("charge(i, p)")

    def read(self, owner: Message, field: Field, where: tuple[str, str, str]) -> str:  # noqa: ARG002 - all count
        """A call."""
        start, end, more = where
        return f"read_{_function(field)}(i, {start}, {end}, {more}, inside(depth, {start}))"

    def read_entry(self, owner: Message, field: Field) -> str:  # noqa: ARG002 - all count
        """A call."""
        return f"read_{unique(field.message())}(x{field.number}, i, p, q, None, inside(depth, p))"


def _function(field: Field) -> str:
    return f"{unique(field.message())}{'_value' if field.wrapped else ''}"


def _initial(message: Message, code: Code) -> None:
    code.add(f'cdef const char* name = "{message.full_name}"', "cdef Py_ssize_t q, s, t", "cdef int64_t tag")
    code.add("cdef list unknown = None", "cdef object v")
    for field in message.fields:
        kind = {"map": "dict", "repeated": "list"}.get(field.presence, "object")
        zero = f"zero_{unique(field.message())}" if field.kind == "enum" else ""
        code.add(f"cdef {kind} x{field.number} = {default(field, zero)}")
    for field in deferred(message):
        code.add(f"cdef Py_ssize_t p{field.number} = 0, q{field.number} = -1", f"cdef list m{field.number} = None")


def _return_message(message: Message, code: Code) -> None:
    with code.block(f"return instance(class_{unique(message.reference)}, {{"):
        code.add(*(f'"{field.name}": x{field.number},' for field in message.fields))
        code.add('"_unknown_fields": b"" if unknown is None else kept_of(i, unknown),')
    code.add("})")


def _return_value(message: Message, code: Code) -> None:
    if message.wrapping == "value":
        code.add("return x1")
        return
    with code.block("try:"):
        code.add(f"return {_JOINS[message.wrapping]}(x1, x2)")
    with code.block("except ValueError as error:"):
        code.add("raise invalid(name.decode(), e, error) from None")


def _return_entry(code: Code) -> None:
    with code.block("if unknown is not None:"):
        code.add("return False")
    code.add("into[x1] = x2", "return True")
