"""How a resource type gets its display name and its aliases, by upstream's rule.

The rule is COSI's (`pkg/resource/meta/spec/resource_definition.go`, Fill): a type is `<CamelPlural>.<suffix>`; people
may write the singular, the plural, the initials, or the plural with a part of the suffix, all in lower case.
"""

import re
from collections.abc import Iterable

_TYPE = re.compile(r"(?P<name>[A-Z][A-Za-z0-9]*s)\.(?P<suffix>[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)+)\Z")

# plural endings that lose more than their "s"; a plain "s" is dropped from everything else ("Caches" -> "Cache")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("uses", "us"), ("shes", "sh"), ("xes", "x"))


def split_type(resource_type: str) -> tuple[str, str]:
    """Split "LinkStatuses.net.talos.dev" into its plural name and its suffix.

    Raises ValueError if it is not a camel-case plural with a suffix of at least two parts.
    """
    match = _TYPE.match(resource_type)
    if match is None:
        raise ValueError(f'resource type "{resource_type}" is not like "LinkStatuses.net.talos.dev"')
    return match["name"], match["suffix"]


def singular(name: str) -> str:
    """Return the singular of an English plural as the types use it: LinkStatuses -> LinkStatus."""
    for plural, ending in _ENDINGS:
        if name.endswith(plural):
            return name.removesuffix(plural) + ending
    return name.removesuffix("s")


def display_type(resource_type: str) -> str:
    """Return what tables call the type: the singular of its name."""
    return singular(split_type(resource_type)[0])


def aliases(resource_type: str, explicit: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the short names of a type: the explicit ones, its singular, its initials."""
    name, _ = split_type(resource_type)
    return tuple(dict.fromkeys((*explicit, singular(name).lower(), *_initials(name))))


def all_aliases(resource_type: str, explicit: Iterable[str] = ()) -> tuple[str, ...]:
    """Return every name that means the type: its aliases, its plural, its plural with more and more of the suffix."""
    name, suffix = split_type(resource_type)
    parts = suffix.split(".")
    plural = name.lower()
    qualified = (".".join((plural, *parts[:count])) for count in range(1, len(parts) + 1))
    return tuple(dict.fromkeys((*aliases(resource_type, explicit), plural, *qualified)))


def _initials(name: str) -> tuple[str, ...]:
    capitals = "".join(letter for letter in name if letter.isupper())
    if len(capitals) < 2:
        return ()
    short = capitals.lower()
    return (short,) if capitals.endswith("S") else (short, short + "s")
