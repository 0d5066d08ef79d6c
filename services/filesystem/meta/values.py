"""The values of META by key."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final, Protocol

from services.filesystem.meta import adv
from services.filesystem.meta.adv import Tags
from services.filesystem.meta.store import Medium, State, load, save

KEY_MAX: Final = 0xFF


class NoValueError(LookupError):
    """The key has no value."""


class FullError(Exception):
    """The value does not fit."""


class Place(Protocol):
    """Where META is."""

    def reading(self) -> AbstractContextManager[Medium | None]:
        """Open META, locked against writers; None if there is none."""

    def writing(self) -> AbstractContextManager[Medium]:
        """Open META, locked against all others."""


class Values:
    """Reads and changes META, which is looked at anew each time: others, such as an installer, write to it as well.

    Its methods block and raise OSError, UnfitMediumError or MetaPlaceError if META cannot be had.
    """

    def __init__(self, place: Place) -> None:
        """Take the place of META."""
        self._place = place

    def load(self) -> State:
        """Return what META holds."""
        with self._place.reading() as medium:
            return State() if medium is None else load(medium)

    def read(self, key: int) -> bytes:
        """Return a value. Raises NoValueError; ValueError for a key that there cannot be."""
        return _existing(self.load().tags, _checked(key))

    def write(self, key: int, value: bytes) -> Tags:
        """Set a value, lastingly; return all of them. Raises FullError; ValueError for a key that there cannot be."""
        _checked(key)

        def changed(tags: Tags) -> Tags:
            space = adv.space(tags, key)
            if len(value) > space:
                raise FullError(
                    f"key {key:#04x}: {len(value)} bytes do not fit, {max(space, 0)} are left for its value"
                )
            return {**tags, key: value}

        return self._change(changed)

    def delete(self, key: int) -> Tags:
        """Remove a value, lastingly; return the others. Raises NoValueError; ValueError as write does."""
        _checked(key)

        def changed(tags: Tags) -> Tags:
            _existing(tags, key)
            return {other: value for other, value in tags.items() if other != key}

        # a look first, so that nothing is made only to find nothing in it
        changed(self.load().tags)
        return self._change(changed)

    def _change(self, change: Callable[[Tags], Tags]) -> Tags:
        with self._place.writing() as medium:
            medium.sync()
            state = load(medium)
            tags = change(state.tags)
            save(medium, tags, state.origin)
            return tags


def _checked(key: int) -> int:
    # 0 ends the records, and upstream's keys have 8 bits
    if not 0 < key <= KEY_MAX:
        raise ValueError(f"key {key:#04x} is out of range: 0x01 to {KEY_MAX:#04x}")
    return key


def _existing(tags: Tags, key: int) -> bytes:
    if key not in tags:
        known = ", ".join(f"{tag:#04x}" for tag in sorted(tags))
        raise NoValueError(f"key {key:#04x} has no value; {f'there are {known}' if known else 'META is empty'}")
    return tags[key]
