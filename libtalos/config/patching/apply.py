"""Patches on a whole machine config."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from libtalos.config.encoder import encode, encode_documents
from libtalos.config.errors import ConfigError
from libtalos.config.loader import identify, load_document, load_documents, load_nodes
from libtalos.config.nodes import Mapping, Node
from libtalos.config.patching import rules
from libtalos.config.patching.jsonpatching import patch_document
from libtalos.config.patching.merging import directive, merge
from libtalos.config.patching.patch import JsonPatch, Patch, StrategicPatch, Target
from libtalos.config.schema import MachineConfig
from libtalos.config.source import documents

LEGACY_KIND = "v1alpha1"


def apply(config: bytes, patches: Iterable[Patch]) -> bytes:
    """The config with the patches, in their order, written anew: without comments, as upstream does.

    Raises ConfigError and ValidationError: a config or a result that cannot be read, and a patch that does not fit.
    """
    load_documents(config)
    nodes = [_mapping(node) for node in documents(config)]
    for patch in patches:
        nodes = _strategic(nodes, patch) if isinstance(patch, StrategicPatch) else _json(nodes, patch)
    return encode_documents(load_nodes(nodes))


def _strategic(nodes: list[Mapping], patch: StrategicPatch) -> list[Mapping]:
    for right in patch.documents:
        nodes = _merged(nodes, right)
    return nodes


def _merged(nodes: list[Mapping], right: Mapping) -> list[Mapping]:
    manifest, kind = identify(right)
    index = next((number for number, node in enumerate(nodes) if identify(node)[0] == manifest), None)
    if directive(right) == rules.DELETE:
        # as upstream: one that is not there is gone already
        return nodes if index is None else [*nodes[:index], *nodes[index + 1 :]]
    left = Mapping(right.line) if index is None else nodes[index]
    made = merge(
        left, right, manifest=manifest, kind="" if kind is None else kind.__name__, annotation=kind or MachineConfig
    )
    return [*nodes, made] if index is None else [*nodes[:index], made, *nodes[index + 1 :]]


def _json(nodes: list[Mapping], patch: JsonPatch) -> list[Mapping]:
    if patch.target is None and len(nodes) > 1:
        raise ConfigError(
            "JSON6902 patches are not supported for multi-document machine configuration: write the patch as "
            "`target: {kind: KIND, name: NAME}` and `patch: [...]`"
        )
    chosen = [node for node in nodes if patch.target is None or _is_meant(node, patch.target)]
    if not chosen:
        raise ConfigError(f"JSON patch: the config has no document {patch.target}")
    return [_operated(node, patch.operations) if node in chosen else node for node in nodes]


def _is_meant(node: Mapping, target: Target) -> bool:
    manifest, kind = identify(node)
    name = manifest.rpartition("/")[2]
    return target.kind == (LEGACY_KIND if kind is None else kind.__name__) and target.name in {"", name}


def _operated(node: Mapping, operations: list[Any]) -> Mapping:
    import yaml  # noqa: PLC0415 - 12 ms, only where a patch is given

    # values as their fields have them: `1.10` of a text stays text
    document = yaml.load(encode(load_document(node)), Loader=yaml.CSafeLoader)
    patched = patch_document(document, operations, identify(node)[0])
    return _mapping(next(documents(yaml.dump(patched, Dumper=yaml.CSafeDumper, sort_keys=False, encoding="utf-8"))))


def _mapping(node: Node) -> Mapping:
    if not isinstance(node, Mapping):
        raise ConfigError(f"a document must be a mapping (line {node.line})", line=node.line)
    return node
