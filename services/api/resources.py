"""What the catalog knows, as resources: ResourceDefinitions and Namespaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from libtalos.gen.talos.resource import v1
from libtalos.resources import naming
from libtalos.resources.definitions.meta import Namespace, PrintColumn, ResourceDefinition
from libtalos.resources.store import ResourceStore
from services.api.asking import ComponentName

Known = Mapping[ComponentName, Sequence[v1.Definition]]


class MetaResources:
    """Keeps the meta resources of a store equal to what is known."""

    def __init__(self, *, store: ResourceStore) -> None:
        self._store = store

    def publish(self, known: Known) -> None:
        """Publish every definition, and every namespace with who has resources in it."""
        kinds = (kind for published in known.values() for kind in published)
        self._store.replace(ResourceDefinition, {kind.type.lower(): definition(kind) for kind in kinds})
        self._store.replace(Namespace, namespaces(known))


def definition(kind: v1.Definition) -> ResourceDefinition:
    """Return the ResourceDefinition of a type."""
    return ResourceDefinition(
        type=kind.type,
        display_type=kind.display_type,
        default_namespace=kind.default_namespace,
        aliases=tuple(kind.aliases),
        all_aliases=_all_aliases(kind),
        print_columns=tuple(PrintColumn(name=column.name, json_path=column.json_path) for column in kind.print_columns),
        sensitivity="sensitive" if kind.sensitivity == v1.Sensitivity.SENSITIVE else "non-sensitive",
    )


def namespaces(known: Known) -> dict[str, Namespace]:
    """Return the namespaces of all types."""
    owners: dict[str, set[str]] = {}
    for component, kinds in known.items():
        for kind in kinds:
            for namespace in (kind.default_namespace, *kind.other_namespaces):
                owners.setdefault(namespace, set()).add(component)
    return {name: Namespace(description=f"resources of {', '.join(sorted(who))}") for name, who in owners.items()}


def _all_aliases(kind: v1.Definition) -> tuple[str, ...]:
    try:
        return naming.all_aliases(kind.type, kind.aliases)
    except ValueError:
        # a component in another language may name its types otherwise; then it has the aliases that it says
        return tuple(kind.aliases)
