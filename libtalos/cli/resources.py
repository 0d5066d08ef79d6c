"""`talos get`: resources of a node, by any of their names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

import typer

from libtalos.cli import completion
from libtalos.cli.output import Output, OutputOption, StreamTable, print_document, print_item, print_table
from libtalos.cli.people import timestamp
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.resource.v1 import Definition
from libtalos.resources import columns
from libtalos.resources.aliases import resolve
from libtalos.resources.client import ResourceClient
from libtalos.resources.spec import Kind, Resource

_MARKS = {Kind.CREATED: "+", Kind.DESTROYED: "-", Kind.UPDATED: ""}


@node_command
async def get(
    target: Target,
    resource: Annotated[
        str,
        typer.Argument(
            metavar="TYPE",
            help='Type, by any of its names: links, mc, services …; "rd" lists all types.',
            autocompletion=completion.resource_types,
        ),
    ],
    resource_id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One resource; default: all.", autocompletion=completion.resource_ids),
    ] = None,
    *,
    namespace: Annotated[
        str, typer.Option(help="Namespace, such as network-config; default: the type's first one.")
    ] = "",
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Go on with every change.")] = False,
    output: OutputOption = Output.TABLE,
) -> None:
    """Print resources of one type.

    Example: talos get addresses -o yaml
    """
    with target.bus() as bus:
        client = ResourceClient(bus.channel("api"))
        definition = resolve(resource, await client.definitions())
        wanted = _Wanted(definition, resource_id, namespace)
        if watch:
            await _watch(client, target, wanted, output)
        else:
            await _print_now(client, target, wanted, output)


class _Wanted(NamedTuple):
    """What is asked for."""

    definition: Definition
    id: str | None
    namespace: str


async def _print_now(client: ResourceClient, target: Target, wanted: _Wanted, output: Output) -> None:
    definition, place = wanted.definition, wanted.namespace
    if wanted.id is not None:
        found: Sequence[Resource[Any]] = [await client.untyped_get(definition.type, wanted.id, namespace=place)]
    else:
        found = await client.untyped_list(definition.type, namespace=place)
    if output is Output.TABLE:
        header = ("NODE", *columns.header(definition.print_columns))
        print_table(header, [(target.name, *_row(definition, entry)) for entry in found])
        return
    for entry in found:
        print_document(document(target, entry), output)


async def _watch(client: ResourceClient, target: Target, wanted: _Wanted, output: Output) -> None:
    definition = wanted.definition
    header = ("NODE", "*", *columns.header(definition.print_columns))
    table = StreamTable(header) if output is Output.TABLE else None
    async for change in client.untyped_watch(definition.type, wanted.id, namespace=wanted.namespace):
        if change.resource is None:
            continue
        if table is None:
            print_item({"event": change.kind.value, **document(target, change.resource)}, output)
        else:
            table.add((target.name, _MARKS[change.kind], *_row(definition, change.resource)))


def document(target: Target, resource: Resource[Any]) -> dict[str, Any]:
    """A resource as upstream prints it: node, metadata, spec."""
    metadata = resource.metadata
    described: dict[str, Any] = {
        "namespace": metadata.namespace,
        "type": metadata.type,
        "id": metadata.id,
        "version": metadata.version,
        "owner": metadata.owner,
        "phase": metadata.phase.value,
        "created": timestamp(metadata.created),
        "updated": timestamp(metadata.updated),
    }
    extras = {"labels": dict(metadata.labels), "annotations": dict(metadata.annotations)}
    described.update({key: value for key, value in extras.items() if value})
    if metadata.finalizers:
        described["finalizers"] = list(metadata.finalizers)
    return {"node": target.name, "metadata": described, "spec": _spec(resource)}


def _spec(resource: Resource[Any]) -> Any:
    return json.loads(resource.spec) if isinstance(resource.spec, bytes) else resource.spec


def _row(definition: Definition, resource: Resource[Any]) -> tuple[str, ...]:
    return columns.row(
        resource.metadata,
        _spec(resource),
        display_type=definition.display_type,
        columns=definition.print_columns,
    )
