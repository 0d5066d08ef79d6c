"""`talos get`: resources of a node, by any of their names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from libtalos.cli.output import PADDING, Output, OutputOption, emit, print_document
from libtalos.cli.target import DEFAULT_CLUSTER, BusOption, ClusterOption, NodeOption, Target, on_node
from libtalos.gen.talos.resource.v1 import Definition
from libtalos.resources import columns
from libtalos.resources.aliases import resolve
from libtalos.resources.client import ResourceClient
from libtalos.resources.spec import Kind, Resource

# the name under which upstream lists the types themselves
DEFINITIONS = frozenset({"rd", "rds", "resourcedefinition", "resourcedefinitions"})
_MARKS = {Kind.CREATED: "+", Kind.DESTROYED: "-", Kind.UPDATED: ""}


def get(
    resource: Annotated[str, typer.Argument(help='Type: links, mc, services …; "rd" lists all types.')],
    resource_id: Annotated[str | None, typer.Argument(help="One resource; default: all.", metavar="[ID]")] = None,
    *,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Go on with every change.")] = False,
    output: OutputOption = Output.TABLE,
    bus: BusOption = None,
    cluster: ClusterOption = DEFAULT_CLUSTER,
    node: NodeOption = None,
) -> None:
    """Print resources of one type.

    Example: talos get addresses -o yaml
    """
    on_node(bus, cluster, node, lambda target: _get(target, resource, resource_id, watch=watch, output=output))


async def _get(
    target: Target,
    name: str,
    resource_id: str | None,
    *,
    watch: bool,
    output: Output,
) -> None:
    with target.bus() as channels:
        client = ResourceClient(channels.channel("api"))
        definitions = await client.definitions()
        if name.lower() in DEFINITIONS:
            _print_definitions(definitions, output)
            return
        definition = resolve(name, definitions)
        if watch:
            await _watch(client, target, definition, resource_id, output)
        else:
            await _print_now(client, target, definition, resource_id, output)


async def _print_now(
    client: ResourceClient, target: Target, definition: Definition, resource_id: str | None, output: Output
) -> None:
    if resource_id is not None:
        found: Sequence[Resource[Any]] = [await client.untyped_get(definition.type, resource_id)]
    else:
        found = await client.untyped_list(definition.type)
    if output is Output.TABLE:
        header = ("NODE", *columns.header(definition.print_columns))
        emit(None, output, header=header, rows=[(target.name, *_row(definition, entry)) for entry in found])
        return
    for entry in found:
        print_document(document(target, entry), output)


async def _watch(
    client: ResourceClient, target: Target, definition: Definition, resource_id: str | None, output: Output
) -> None:
    """Print changes as they come; a table's columns keep the widths of what came before."""
    header = ("NODE", "*", *columns.header(definition.print_columns))
    widths = [len(title) for title in header]
    if output is Output.TABLE:
        print(PADDING.join(header), flush=True)
    async for change in client.untyped_watch(definition.type, resource_id):
        if change.resource is None:
            continue
        if output is not Output.TABLE:
            print_document({"event": change.kind.value, **document(target, change.resource)}, output)
            continue
        row = (target.name, _MARKS[change.kind], *_row(definition, change.resource))
        widths = [max(width, len(cell)) for width, cell in zip(widths, row, strict=True)]
        print(PADDING.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip(), flush=True)


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
        "created": metadata.created.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "updated": metadata.updated.isoformat(timespec="seconds").replace("+00:00", "Z"),
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


def _print_definitions(definitions: Sequence[Definition], output: Output) -> None:
    ordered = sorted(definitions, key=lambda definition: definition.type)
    data = [
        {"type": entry.type, "namespace": entry.default_namespace, "aliases": list(entry.aliases)} for entry in ordered
    ]
    rows = [(entry.type, entry.default_namespace, ", ".join(entry.aliases)) for entry in ordered]
    emit(data, output, header=("TYPE", "NAMESPACE", "ALIASES"), rows=rows)
