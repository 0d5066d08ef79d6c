"""What is known of types, as resources."""

from libtalos.gen.talos.resource import v1
from libtalos.resources.definitions.meta import Namespace, ResourceDefinition
from libtalos.resources.definitions.network import LinkStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MachineStatus
from libtalos.resources.store import ResourceStore
from libtalos.resources.wire import definition_to_message
from services.api.asking import ComponentName
from services.api.resources import MetaResources, definition

LINKS = definition_to_message(LinkStatus)
INIT, NETWORK = ComponentName("init"), ComponentName("network")


def test_a_definition_has_every_alias_and_column() -> None:
    links = definition(LINKS)
    assert (links.display_type, links.default_namespace, links.sensitivity) == (
        "LinkStatus",
        "network",
        "non-sensitive",
    )
    assert {"links", "linkstatus", "ls", "linkstatuses", "linkstatuses.net"} <= set(links.all_aliases)
    assert [column.name for column in links.print_columns][:2] == ["Alias", "Type"]
    assert definition(definition_to_message(MachineConfigSpec)).sensitivity == "sensitive"


def test_a_type_that_is_named_otherwise_keeps_the_aliases_it_has() -> None:
    assert definition(v1.Definition(type="odd", aliases=["o"])).all_aliases == ("o",)


def test_what_is_no_longer_known_is_no_longer_published() -> None:
    store = ResourceStore("api", lambda: 0.0, publishes=[ResourceDefinition, Namespace])
    meta = MetaResources(store=store)
    meta.publish({NETWORK: [LINKS], INIT: [definition_to_message(MachineStatus)]})
    assert [row.id for row in store.list(ResourceDefinition)] == [
        "linkstatuses.net.talos.dev",
        "machinestatuses.runtime.talos.dev",
    ]
    assert store.get(Namespace, "network").spec.description == "resources of network"
    meta.publish({INIT: [definition_to_message(MachineStatus)]})
    assert [row.id for row in store.list(Namespace)] == ["runtime"]
