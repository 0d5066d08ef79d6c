"""Resources about resources (upstream: COSI's `pkg/resource/meta`). The api component publishes them for all."""

from typing import ClassVar, Literal

from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

NAMESPACE = "meta"


class PrintColumn(Part, frozen=True, kw_only=True):
    """A column of a type's table."""

    name: str
    json_path: str


class ResourceDefinition(ResourceSpec, frozen=True, kw_only=True):
    """A resource type; the id is the type in lower case."""

    DEFINITION: ClassVar[Definition] = Definition(
        "ResourceDefinitions.meta.cosi.dev",
        NAMESPACE,
        (Column("Aliases", "{.aliases[:]}"),),
        aliases=("api-resources",),
    )

    type: str
    display_type: str
    default_namespace: str
    aliases: tuple[str, ...]
    all_aliases: tuple[str, ...]
    print_columns: tuple[PrintColumn, ...] = ()
    sensitivity: Literal["non-sensitive", "sensitive"] = "non-sensitive"


class Namespace(ResourceSpec, frozen=True, kw_only=True):
    """A namespace in which resources live; the id is its name."""

    DEFINITION: ClassVar[Definition] = Definition(
        "Namespaces.meta.cosi.dev", NAMESPACE, (Column("Description", "{.description}"),), aliases=("ns",)
    )

    description: str
