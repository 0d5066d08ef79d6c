"""The shape of a decoder: one pass over the fields in their order, again and again until the message ends.

An encoder writes fields in the order of their numbers, so after each field the next one is asked about first; a pass
that finds nothing is at an unknown field. A message that is in another one once is read after all fields have been
seen, since later occurrences are to be merged into it: all its ranges are read as if they were one.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from libtalos.contracts.codecs.dialect import Form, Reading
from libtalos.contracts.codecs.plan import Field, Message
from libtalos.contracts.codecs.text import Code


def deferred(message: Message) -> Iterator[Field]:
    """The fields that are read last."""
    return (field for field in message.fields if _deferred(field))


def _deferred(field: Field) -> bool:
    return field.is_message and field.presence == "explicit"


class Decoder(msgspec.Struct, frozen=True):
    """The function that reads a message, in some language."""

    message: Message
    form: Form
    reading: Reading
    code: Code

    def add(self) -> None:
        """Add the function to the code."""
        with self.reading.reader(self.message, self.form, self.code):
            with self.code.block("if more is not None:"):
                self.code.add("more.reverse()")
            with self.code.block("while True:"):
                self._range()
            for field in deferred(self.message):
                self._read_deferred(field)

    def _range(self) -> None:
        with self.code.block("while p < e:"):
            self._pass()
        with self.code.block("if p != e:"):
            self.reading.cut_off(self.message, self.code)
        with self.code.block("if not more:"):
            self.code.add("break")
        self.code.add("p = more.pop()", "e = more.pop()")

    def _pass(self) -> None:
        self.code.add("s = t = p")
        self.reading.next_tag(self.code)
        for field in self.message.fields:
            self._field(field)
        with self.code.block("if t == s:"):
            self._unknown()
        with self.code.block("else:"):
            self.code.add("p = t")

    def _unknown(self) -> None:
        numbers = ", ".join(str(field.number) for field in self.message.fields)
        with self.code.block(f"if tag >> 3 in {{{numbers}}}:" if numbers else "if False:"):
            self.code.add(f'raise wrong_type("{self.message.full_name}", tag, t)')
        self.reading.skip(self.code)
        self.code.add("unknown = keep(unknown, t, p)")

    def _field(self, field: Field) -> None:
        if field.may_be_packed:
            for form in (self._packed, self._repeated) if field.packed else (self._repeated, self._packed):
                form(field)
        elif field.presence == "repeated":
            self._repeated(field)
        elif field.presence == "map":
            self._map(field)
        else:
            self._single(field)

    def _single(self, field: Field) -> None:
        with self.code.block(f"if tag == {field.tag}:"):
            if _deferred(field):
                self._defer(field.number)
            else:
                self.reading.get(field, f"x{field.number}", self.code)
            for other in self.message.fields:
                if other.name in field.group:
                    self._clear(other)
            with self.code.block("if p >= e:"):
                self.code.add("break")
            self._next()

    def _defer(self, number: int) -> None:
        self.reading.get_end(self.code)
        with self.code.block(f"if q{number} < 0:"):
            self.code.add(f"p{number} = p", f"q{number} = q")
        with self.code.block("else:"):
            self.code.add(f"m{number} = later(m{number}, p, q)")
        self.code.add("p = q")

    def _clear(self, field: Field) -> None:
        number = field.number
        if not _deferred(field):
            self.code.add(f"x{number} = None")
            return
        with self.code.block(f"if q{number} >= 0:"):
            # what is dropped must have been right as well
            self.code.add(self.reading.read(self.message, field, (f"p{number}", f"q{number}", f"m{number}")))
            self.code.add(f"q{number} = -1", f"m{number} = None")

    def _read_deferred(self, field: Field) -> None:
        number = field.number
        found = self.reading.read(self.message, field, (f"p{number}", f"q{number}", f"m{number}"))
        with self.code.block(f"if q{number} >= 0:"):
            self.code.add(f"x{number} = {found}")
        if self.form == "entry":
            with self.code.block("else:"):
                self.code.add(f"x{number} = {self.reading.read(self.message, field, ('e', 'e', 'None'))}")

    def _repeated(self, field: Field) -> None:
        with self.code.block(f"while tag == {field.tag}:"):
            if field.is_message:
                self.reading.get_end(self.code)
                self.reading.charge(self.code)
                self.code.add(f"v = {self.reading.read(self.message, field, ('p', 'q', 'None'))}", "p = q")
            else:
                self.reading.get(field, "v", self.code)
            self.code.add(f"x{field.number}.append(v)")
            self._again()

    def _map(self, field: Field) -> None:
        with self.code.block(f"while tag == {field.tag}:"):
            self.reading.get_end(self.code)
            self.reading.charge(self.code)
            with self.code.block(f"if not {self.reading.read_entry(self.message, field)}:"):
                self.code.add("unknown = keep(unknown, t, q)")
            self.code.add("p = q")
            self._again()

    def _packed(self, field: Field) -> None:
        with self.code.block(f"while tag == {field.packed_tag}:"):
            self.reading.get_end(self.code)
            with self.code.block("while p < q:"):
                self.reading.get(field, "v", self.code, end="q")
                self.code.add(f"x{field.number}.append(v)")
            with self.code.block("if p != q:"):
                self.reading.cut_off(self.message, self.code)
            self._again()

    def _again(self) -> None:
        with self.code.block("if p >= e:"):
            self.code.add("t = p", "tag = -1", "break")
        self._next()

    def _next(self) -> None:
        self.code.add("t = p")
        self.reading.next_tag(self.code)
