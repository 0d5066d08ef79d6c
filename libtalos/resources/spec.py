"""What a resource is: a typed spec, its definition, and the metadata that a store keeps with it."""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

import msgspec

from libtalos.resources import naming


class Column(msgspec.Struct, frozen=True):
    """One column that tables show of a type: its title and where the value is in the spec, such as `{.linkName}`."""

    name: str
    json_path: str


class Definition(msgspec.Struct, frozen=True):
    """What is known of a resource type. `aliases` are upstream's explicit ones; the others follow from the name.

    `others` are namespaces that have resources of the type too, besides the one that is meant where nobody names one.

    Raises ValueError if the type is not `<CamelPlural>.<suffix>`.
    """

    type: str
    namespace: str
    columns: tuple[Column, ...] = ()
    aliases: tuple[str, ...] = ()
    sensitive: bool = False
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        naming.split_type(self.type)

    @property
    def id(self) -> str:
        """The id of its ResourceDefinition: the type in lower case."""
        return self.type.lower()

    @property
    def display_type(self) -> str:
        """What tables call the type, such as LinkStatus."""
        return naming.display_type(self.type)

    @property
    def short_aliases(self) -> tuple[str, ...]:
        """The explicit aliases, the singular and the initials."""
        return naming.aliases(self.type, self.aliases)

    @property
    def all_aliases(self) -> tuple[str, ...]:
        """Every name that means the type, in lower case."""
        return naming.all_aliases(self.type, self.aliases)


class Part(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A piece of a spec."""


class ResourceSpec(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Base of every spec: a subclass has a DEFINITION and upstream's keys.

    OMIT_EMPTY names the keys that upstream leaves out while they are zero.
    """

    DEFINITION: ClassVar[Definition]
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset()


class Phase(enum.Enum):
    """Where a resource is in its life, in upstream's words."""

    RUNNING = "running"
    TEARING_DOWN = "tearingDown"


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What the store knows about a resource. Times are in UTC; versions count from 1 with every change."""

    namespace: str
    type: str
    id: str
    version: int
    owner: str
    created: dt.datetime
    updated: dt.datetime
    phase: Phase = Phase.RUNNING
    labels: Mapping[str, str] = msgspec.field(default_factory=dict)
    annotations: Mapping[str, str] = msgspec.field(default_factory=dict)
    finalizers: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.type}({self.namespace}/{self.id})"


S_co = TypeVar("S_co", covariant=True)


class Resource(msgspec.Struct, Generic[S_co], frozen=True):
    """A spec with its metadata."""

    metadata: Metadata
    spec: S_co

    @property
    def id(self) -> str:
        """The id within its type."""
        return self.metadata.id


class Kind(enum.Enum):
    """What a watch tells about a resource. BOOTSTRAPPED ends the initial contents and carries no resource."""

    CREATED = "created"
    UPDATED = "updated"
    DESTROYED = "destroyed"
    BOOTSTRAPPED = "bootstrapped"
