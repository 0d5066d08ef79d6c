"""The shape of an encoder: the fields by number, each if it is set, then what was unknown."""

from __future__ import annotations

import msgspec

from libtalos.contracts.codecs.dialect import Form, Writing
from libtalos.contracts.codecs.plan import LEN, Field, Message
from libtalos.contracts.codecs.text import Code

_ZEROS = {"string": '""', "bytes": 'b""'}


class Encoder(msgspec.Struct, frozen=True):
    """The function that writes a message, in some language."""

    message: Message
    form: Form
    writing: Writing
    code: Code

    def add(self) -> None:
        """Add the function to the code."""
        with self.writing.writer(self.message, self.form, self.code):
            for group in sorted({_group(field) for field in self.message.fields if field.group}):
                self.code.add(f"{group} = False")
            for field in self.message.fields:
                if self.form == "message":
                    self.code.add(f"x = m.{field.name}")
                self._field(field, "x" if self.form == "message" else field.name)

    def _field(self, field: Field, value: str) -> None:
        if self.form == "entry":
            self._single(field, value)
        elif field.presence == "implicit":
            self._implicit(field, value)
        elif field.presence == "explicit":
            with self.code.block(f"if {value} is not None:"):
                self._only_one(field)
                self._single(field, value)
        elif field.presence == "repeated":
            self._repeated(field, value)
        else:
            self._map(field, value)

    def _implicit(self, field: Field, value: str) -> None:
        if field.kind in ("float", "double"):
            self.writing.put_unless_zero(field, value, self.code)
        elif field.kind == "bool":
            with self.code.block(f"if {value} is True:"):
                self.writing.put_true(field, self.code)
            with self.code.block(f"elif {value} is not False:"):
                self.code.add(f"wrong({value})")
        else:
            with self.code.block(f"if {value}:"):
                self.writing.put(field, value, self.code)
            with self.code.block(f"elif {value} != {_ZEROS.get(field.kind, '0')}:"):
                self.code.add(f"wrong({value})")

    def _repeated(self, field: Field, value: str) -> None:
        with self.code.block(f"if {self.writing.other_type(value, 'list')}:"):
            self.code.add(f"{value} = sequence({value})")
        if field.packed and field.wire_type != LEN:
            with self.code.block(f"if {value}:"):
                self.writing.put_packed(field, value, self.code)
        else:
            with self.code.block(f"for y in {value}:"):
                self._single(field, "y")

    def _map(self, field: Field, value: str) -> None:
        with self.code.block(f"if {self.writing.other_type(value, 'dict')}:"):
            self.code.add(f"{value} = mapping({value})")
        with self.code.block(f"for k, w in {value}.items():"):
            self.writing.put_entry(self.message, field, self.code)

    def _single(self, field: Field, value: str) -> None:
        if field.is_message:
            self.writing.put_message(self.message, field, value, self.code)
        else:
            self.writing.put(field, value, self.code)

    def _only_one(self, field: Field) -> None:
        if field.group:
            with self.code.block(f"if {_group(field)}:"):
                self.code.add(f'two_set("{self.message.full_name}.{field.name}")')
            self.code.add(f"{_group(field)} = True")


def _group(field: Field) -> str:
    return f"one_{min(field.name, *field.group)}"
