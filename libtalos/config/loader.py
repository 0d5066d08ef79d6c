"""Text to documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar

from libtalos.config.container import Documents
from libtalos.config.decoder import UnknownKeys, decoder
from libtalos.config.document import HEAD, Document
from libtalos.config.errors import ConfigError, ValidationError
from libtalos.config.nodes import Mapping, Node, Scalar, line_at
from libtalos.config.schema import MachineConfig
from libtalos.config.section import Section
from libtalos.pki.secret import PLACEHOLDER

S = TypeVar("S", bound=Section)

LEGACY_KEYS: Final = frozenset({"machine", "cluster", "debug", "persist", "version"})
LEGACY_DOCUMENT: Final = "/v1alpha1/"


def load(data: bytes) -> MachineConfig:
    """The v1alpha1 document of a YAML stream. Raises what load_documents raises, and ConfigError if there is none."""
    config = load_documents(data).machine_config
    if config is None:
        raise ConfigError("config not found")
    return config


def load_documents(data: bytes) -> Documents:
    """All documents of a YAML stream: at most one v1alpha1 document, and those beside it.

    The values of the v1alpha1 document are only read, `validate` says whether they make sense; each of the others is
    checked by itself. Raises ConfigError: text that is no YAML or too large, unknown kinds and keys, values of a wrong
    type, a document given twice, none at all, and, as ValidationError, documents that make no sense.
    """
    from libtalos.config.source import documents  # noqa: PLC0415 - yaml costs 12 ms, only where a config is read

    return load_nodes(documents(data))


def load_nodes(nodes: Iterable[Node]) -> Documents:
    """The documents that these nodes are. Raises what load_documents raises."""
    config: MachineConfig | None = None
    others: list[Document] = []
    seen: set[str] = set()
    faults: list[str] = []
    for node in nodes:
        manifest, kind = identify(node)
        if manifest in seen:
            message = f"duplicate document {manifest} is not allowed (line {node.line})"
            raise ConfigError(message, document=manifest, line=node.line)
        seen.add(manifest)
        if kind is None:
            config = _decode(MachineConfig, node, manifest)
        else:
            others.append(_decode(kind, node, manifest))
            faults += (f"{manifest}: {fault} (line {line_at(node, fault.path)})" for fault in others[-1].faults())
    if not seen:
        raise ConfigError("config not found")
    if faults:
        raise ValidationError(faults)
    return Documents(machine_config=config, others=tuple(others))


def load_document(node: Node) -> MachineConfig | Document:
    """The document that a node is, without a look at its values. Raises ConfigError if it cannot be read."""
    manifest, kind = identify(node)
    return _decode(MachineConfig, node, manifest) if kind is None else _decode(kind, node, manifest)


def identify(node: Node) -> tuple[str, type[Document] | None]:
    """The document's manifest id and the class of its kind, None for v1alpha1. Raises ConfigError if it has none."""
    if not isinstance(node, Mapping):
        raise ConfigError(f"a document must be a mapping (line {node.line})", line=node.line)
    entries = node.entries
    if "kind" not in entries and entries.keys() & LEGACY_KEYS:
        return LEGACY_DOCUMENT, None
    for key in ("kind", "apiVersion"):
        if key not in entries:
            raise ConfigError(f"missing {key} (line {node.line})", line=node.line)
    kind, version, name = (_word(entries.get(key)) for key in ("kind", "apiVersion", "name"))
    manifest = f"{version}/{kind}/{name}"
    from libtalos.config.registry import document_class  # noqa: PLC0415 - most configs have no such documents

    try:
        return manifest, document_class(version, kind)
    except KeyError as error:
        raise _document_error(ConfigError(str(error.args[0])), manifest, node) from error


def _word(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _decode(kind: type[S], node: Node, document: str) -> S:
    unknown = UnknownKeys()
    try:
        config = decoder(kind)(_body(node) if issubclass(kind, Document) else node, "", unknown)
    except ConfigError as error:
        raise _document_error(error, document, node) from error
    if unknown.places:
        raise _document_error(_unknown_error(unknown), document, node)
    if not isinstance(config, kind):
        raise TypeError(type(config).__name__)
    return config


def _body(node: Node) -> Node:
    """A document without the keys that say what it is."""
    if not isinstance(node, Mapping):
        return node
    entries = {key: value for key, value in node.entries.items() if key not in HEAD}
    return Mapping(node.line, entries, node.key_lines, node.size)


def _document_error(error: ConfigError, document: str, node: Node) -> ConfigError:
    prefix = f"error decoding document {document} (line {node.line}): "
    return ConfigError(prefix + error.message, document=document, path=error.path, line=error.line or node.line)


def _unknown_error(unknown: UnknownKeys) -> ConfigError:
    import yaml  # noqa: PLC0415

    text = yaml.dump(_masked(unknown.tree), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    places = ", ".join(f"{path} (line {line})" for path, line in unknown.places)
    places += f" and {unknown.more} more" if unknown.more else ""
    path, line = unknown.places[0]
    return ConfigError(f"unknown keys found during decoding:\n{text}at {places}", path=path, line=line)


def _masked(tree: Any) -> Any:
    """The tree with its texts hidden: the message ends up in logs, and `tokn: ...` is a secret all the same."""
    if isinstance(tree, dict):
        return {key: _masked(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_masked(item) for item in tree]
    return PLACEHOLDER if isinstance(tree, str) else tree
