"""From what a person types ("links", "mc") to a resource type."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from libtalos.bus.errors import InvalidArgumentError, NotFoundError
from libtalos.resources import naming


class Named(Protocol):
    """A definition: a Definition of this package, or the message of the same name."""

    @property
    def type(self) -> str:
        """The full type, such as "LinkStatuses.net.talos.dev"."""

    @property
    def aliases(self) -> Iterable[str]:
        """Explicit aliases; the implicit ones follow from the type."""


D = TypeVar("D", bound=Named)


def resolve(name: str, definitions: Iterable[D]) -> D:
    """Return the one definition that `name` means, in any case; a full type always wins, and then a type's first alias.

    First aliases tell the two MountStatuses apart: that of volumes has the name alone, the other one is "mounts".

    Raises NotFoundError if there is none and InvalidArgumentError, with the candidates, if there are several.
    """
    wanted = name.lower()
    known = {definition.type: definition for definition in definitions}
    for resource_type, definition in known.items():
        if resource_type.lower() == wanted:
            return definition
    found = [kind for kind, definition in known.items() if wanted in naming.all_aliases(kind, definition.aliases)]
    if not found:
        raise NotFoundError(f'resource "{name}" is not registered (try "rd" for all resource types)')
    found = [kind for kind in found if wanted == naming.all_aliases(kind, known[kind].aliases)[0]] or found
    if len(found) > 1:
        raise InvalidArgumentError(f'resource type "{name}" is ambiguous: {", ".join(sorted(found))}')
    return known[found[0]]
