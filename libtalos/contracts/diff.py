"""What differs between two descriptor sets, element by element, and whether it breaks somebody.

Stricter than the wire needs: a renamed field breaks JSON and source code, so it breaks. Same notion as buf's
category FILE, told in terms of elements.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts.elements import Element, elements


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One element that is not as it was. At least one of before and after is set."""

    change: str
    before: Element | None
    after: Element | None
    breaking: bool

    @property
    def element(self) -> Element:
        """The element as it was, or as it is if it was not."""
        known = self.before or self.after
        if known is None:
            raise ValueError("a difference without elements")
        return known

    def describe(self) -> str:
        """Tell the difference in one line, such as `field a.v1.B.c: number 2 became 3`."""
        return f"{self.element.kind} {self.element.name}: {self._what()}"

    def as_dict(self) -> dict[str, object]:
        """Return the difference as plain data, for tables, JSON and YAML."""
        element = self.element
        return {
            "breaking": self.breaking,
            "change": self.change,
            "kind": element.kind,
            "element": element.name,
            "file": element.file,
            "number": element.number,
            "type": element.type,
            "detail": self._what(),
        }

    def _what(self) -> str:
        if self.before is None or self.after is None:
            return f"{self.change}{_summary(self.element)}"
        return "; ".join(_changes(self.before, self.after))


def differences(
    before: Iterable[pb.FileDescriptorProto], after: Iterable[pb.FileDescriptorProto], *, files: bool = True
) -> list[Difference]:
    """Return the differences, sorted by element. With files=False it does not matter which file an element is in."""
    old = {(item.kind, item.name): item for item in elements(before)}
    new = {(item.kind, item.name): item for item in elements(after)}
    renamed = _renamed([old[key] for key in old.keys() - new.keys()], [new[key] for key in new.keys() - old.keys()])
    gone = {(item.kind, item.name) for pair in renamed for item in pair}
    found = [_changed("renamed", was, now) for was, now in renamed]
    found += [_changed("removed", old[key], None) for key in old.keys() - new.keys() - gone]
    found += [_changed("added", None, new[key]) for key in new.keys() - old.keys() - gone]
    both = [(old[key], new[key]) for key in old.keys() & new.keys()]
    found += [_changed("changed", was, now) for was, now in both if any(_changes(was, now, files=files))]
    return sorted(found, key=lambda item: (item.element.name, item.element.kind))


def _changed(change: str, before: Element | None, after: Element | None) -> Difference:
    return Difference(change=change, before=before, after=after, breaking=change != "added")


def _renamed(removed: list[Element], added: list[Element]) -> list[tuple[Element, Element]]:
    candidates = {(item.kind, item.parent, item.number): item for item in added}
    numbered = [item for item in removed if item.number is not None]
    pairs = ((item, candidates.get((item.kind, item.parent, item.number))) for item in numbered)
    return [(was, now) for was, now in pairs if now is not None]


def _changes(before: Element, after: Element, *, files: bool = True) -> Iterable[str]:
    if before.name != after.name:
        yield f"renamed to {after.name.rpartition('.')[2]}"
    if before.number != after.number:
        yield f"number {before.number} became {after.number}"
    if before.type != after.type:
        yield f"type {before.type} became {after.type}"
    if files and before.file != after.file:
        yield f"moved from {before.file} to {after.file}"


def _summary(element: Element) -> str:
    number = "" if element.number is None else f" = {element.number}"
    text = f"{element.type}{number}".strip()
    return f" ({text})" if text else ""
