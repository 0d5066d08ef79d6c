"""Codecs in pure Python: what is short and frequent is written out, everything else calls libtalos.wireformat.pure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from libtalos.contracts.codecs.decoding import Decoder, deferred
from libtalos.contracts.codecs.dialect import JOINS, SPLITS, Form, default
from libtalos.contracts.codecs.encoding import Encoder
from libtalos.contracts.codecs.plan import I64, Field, Message, Reference
from libtalos.contracts.codecs.text import Code
from libtalos.wireformat.pure import SMALL, varint

PRIMITIVES = (
    "DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32",
    "put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64",
    "read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint",
)
SHARED = "invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type"
_TRUE = b"\1"


class Python:
    """Writes the codec module of one proto package."""

    def __init__(self, package: str) -> None:
        self._package = package
        self.code = Code()

    def add(self, message: Message, form: Form) -> None:
        """Add both functions of a message."""
        Encoder(message, form, self, self.code).add()
        Decoder(message, form, self, self.code).add()

    def other_type(self, value: str, expected: str) -> str:
        """Compare classes."""
        return f"{value}.__class__ is not {expected}"

    @contextmanager
    def writer(self, message: Message, form: Form, code: Code) -> Iterator[None]:
        """def write_Name(m): returns bytes."""
        name, depth = f"write_{message.reference.name}", ", depth=0" if message.counted else ""
        arguments = {"message": f"{name}(m", "value": f"{name}_value(x", "entry": f"{name}(key, value"}[form]
        code.add("", "")
        with code.block(f"def {arguments}{depth}):"):
            if form == "message":
                with code.block(f"if not isinstance(m, {message.reference.name}):"):
                    code.add("wrong(m)")
            elif form == "value" and message.wrapping == "value":
                code.add("value = x")
            elif form == "value":
                code.add(f"seconds, nanos = {SPLITS[message.wrapping]}(x)")
            code.add("out = []", "a = out.append")
            yield
            if form == "message":
                code.add("x = m._unknown_fields")
                with code.block("if x:"):
                    code.add("a(x)")
            code.add('return b"".join(out)')

    def put(self, field: Field, value: str, code: Code) -> None:
        """Append one piece of bytes; longer ones are not copied."""
        tag = varint(field.tag)
        if field.kind in ("string", "bytes"):
            if field.kind == "string":
                code.add(f"b = {value}.encode()")
            else:
                code.add(f"b = {value} if {value}.__class__ is bytes else octets({value})")
            self._put_b(tag, code)
        elif field.kind == "bool":
            code.add(f"a({tag + _TRUE!r} if {value} is True else {tag!r} + put_bool({value}))")
        else:
            code.add(f"a({tag!r} + {_expression(field, value)})")

    def put_true(self, field: Field, code: Code) -> None:
        """A constant."""
        code.add(f"a({varint(field.tag) + _TRUE!r})")

    def put_unless_zero(self, field: Field, value: str, code: Code) -> None:
        """Minus zero is not zero."""
        code.add(f"b = {_expression(field, value)}")
        with code.block(f"if b != {bytes(8 if field.wire_type == I64 else 4)!r}:"):
            code.add(f"a({varint(field.tag)!r} + b)")

    def put_packed(self, field: Field, value: str, code: Code) -> None:
        """One piece of bytes."""
        code.add(f'b = b"".join([{_expression(field, "y")} for y in {value}])')
        self._put_b(varint(field.packed_tag), code)

    def put_message(self, owner: Message, field: Field, value: str, code: Code) -> None:
        """The piece that the message's own function returns."""
        code.add(f"b = {self._function('write', field)}({value}{_deeper(owner)})")
        self._put_b(varint(field.tag), code)

    def put_entry(self, owner: Message, field: Field, code: Code) -> None:
        """The piece that the entry's own function returns."""
        code.add(f"b = write_{field.message().name}(k, w{_deeper(owner)})")
        self._put_b(varint(field.tag), code)

    def _put_b(self, tag: bytes, code: Code) -> None:
        code.add("n = len(b)", f"a({tag!r} + (SMALL[n] if n < {len(SMALL)} else varint(n)))", "a(b)")

    @contextmanager
    def reader(self, message: Message, form: Form, code: Code) -> Iterator[None]:
        """def read_Name(d, p, e, b, more): b counts messages."""
        name, depth = f"read_{message.reference.name}", ", depth=0" if message.counted else ""
        arguments = {"message": f"{name}(d", "value": f"{name}_value(d", "entry": f"{name}(into, d"}[form]
        code.add("", "")
        with code.block(f"def {arguments}, p, e, b, more=None{depth}):"):
            _initial(message, code)
            with code.block("try:"):
                yield
            with code.block("except DECODE_FAULTS as error:"):
                code.add(f'raise refused("{message.full_name}", p, error) from None')
            if form == "entry":
                _return_entry(code)
            else:
                (_return_message if form == "message" else _return_value)(message, code)

    def get(self, field: Field, variable: str, code: Code, *, end: str = "e") -> None:  # noqa: ARG002 - seen at the end
        """One byte is read here, more by a function."""
        if field.kind in ("string", "bytes"):
            self.get_end(code)
            code.add(f"{variable} = d[p:q]{'.decode()' if field.kind == 'string' else ''}", "p = q")
        elif field.kind in ("fixed32", "sfixed32", "float", "fixed64", "sfixed64", "double"):
            code.add(f"{variable} = unpack_{field.kind}(d, p)[0]", f"p += {8 if field.wire_type == I64 else 4}")
        else:
            number = "n" if field.kind == "enum" else variable
            code.add(f"{number} = d[p]", "p += 1")
            with code.block(f"if {number} > 127:"):
                code.add(f"{number}, p = read_{field.kind}(d, p - 1)")
            _finish(field, variable, code)

    def get_end(self, code: Code) -> None:
        """A length beyond the end shows when the message ends."""
        code.add("n = d[p]", "p += 1")
        with code.block("if n > 127:"):
            code.add("n, p = read_length(d, p - 1)")
        code.add("q = p + n")

    def next_tag(self, code: Code) -> None:
        """One byte for field numbers up to 15."""
        code.add("tag = d[p]", "p += 1")
        with code.block("if tag > 127:"):
            code.add("tag, p = read_tag(d, t)")

    def skip(self, code: Code) -> None:
        """A call."""
        code.add("p = skip(d, p, tag, t)")

    def cut_off(self, message: Message, code: Code) -> None:
        """Whatever was read past the end is dropped."""
        code.add(f'raise cut_off("{message.full_name}", p)')

    def charge(self, code: Code) -> None:
        """StopIteration when nothing is left."""
        code.add("b()")

    def read(self, owner: Message, field: Field, where: tuple[str, str, str]) -> str:
        """A call; the depth is counted only where it has no bound."""
        start, end, more = where
        rest = f", {more}, inside(depth, {start})" if owner.counted else "" if more == "None" else f", {more}"
        return f"{self._function('read', field)}(d, {start}, {end}, b{rest})"

    def read_entry(self, owner: Message, field: Field) -> str:
        """A call."""
        depth = ", None, inside(depth, p)" if owner.counted else ""
        return f"read_{field.message().name}(x{field.number}, d, p, q, b{depth})"

    def _function(self, verb: str, field: Field) -> str:
        target = field.message()
        name = f"{verb}_{target.name}{'_value' if field.wrapped else ''}"
        return name if target.package == self._package else f"{alias(target)}.{name}"


def alias(target: Reference) -> str:
    """The name under which another package's codec module is imported."""
    return f"codec_{target.package.replace('.', '_')}"


def _expression(field: Field, value: str) -> str:
    """The bytes of one value without its tag."""
    kind = field.kind
    if kind in ("fixed32", "sfixed32", "float", "fixed64", "sfixed64", "double"):
        return f"pack_{kind}({value})"
    if kind == "bool":
        return f"put_bool({value})"
    if kind in ("sint32", "sint64"):
        return f"(SMALL[{value} + {value}] if 0 <= {value} < {len(SMALL) // 2} else put_{kind}({value}))"
    return f"(SMALL[{value}] if 0 <= {value} < {len(SMALL)} else put_{kind}({value}))"


def _finish(field: Field, variable: str, code: Code) -> None:
    if field.kind == "bool":
        code.add(f"{variable} = {variable} != 0")
    elif field.kind in ("sint32", "sint64"):
        code.add(f"{variable} = {variable} >> 1 ^ -({variable} & 1)")
    elif field.kind == "enum":
        name = field.message().name
        code.add(f"{variable} = get_{name}(n)")
        with code.block(f"if {variable} is None:"):
            code.add(f"{variable} = enum_{name}(n)")


def _deeper(owner: Message) -> str:
    return ", deeper(depth)" if owner.counted else ""


def _initial(message: Message, code: Code) -> None:
    for field in message.fields:
        zero = f"zero_{field.message().name}" if field.kind == "enum" else ""
        code.add(f"x{field.number} = {default(field, zero)}")
    last = [field.number for field in deferred(message)]
    if last:
        code.add(f"{' = '.join(f'q{number}' for number in last)} = -1")
        code.add(f"{' = '.join(f'm{number}' for number in last)} = None")
    code.add("unknown = None")


def _return_message(message: Message, code: Code) -> None:
    code.add(f"m = new({message.reference.name})")
    with code.block("m.__dict__ = {"):
        code.add(*(f'"{field.name}": x{field.number},' for field in message.fields))
        code.add('"_unknown_fields": b"" if unknown is None else kept(d, unknown),')
    code.add("}", "return m")


def _return_value(message: Message, code: Code) -> None:
    if message.wrapping == "value":
        code.add("return x1")
        return
    with code.block("try:"):
        code.add(f"return {JOINS[message.wrapping]}(x1, x2)")
    with code.block("except ValueError as error:"):
        code.add(f'raise invalid("{message.full_name}", e, error) from None')


def _return_entry(code: Code) -> None:
    with code.block("if unknown is not None:"):
        code.add("return False")
    code.add("into[x1] = x2", "return True")
