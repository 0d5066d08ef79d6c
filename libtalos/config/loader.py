"""Text to MachineConfig, and the documents beside it, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from libtalos.config.decoder import UnknownKeys, decoder
from libtalos.config.errors import ConfigError, ValidationError
from libtalos.config.nodes import Mapping, Node, Scalar
from libtalos.config.schema import MachineConfig
from libtalos.config.section import Section
from libtalos.pki.secret import PLACEHOLDER, Secret

if TYPE_CHECKING:
    from libtalos.config.volumes import UserVolumeConfig

S = TypeVar("S", bound=Section)

LEGACY_KEYS: Final = frozenset({"machine", "cluster", "debug", "persist", "version"})
LEGACY_DOCUMENT: Final = "/v1alpha1/"
USER_VOLUME: Final = "UserVolumeConfig"
ONE_LINE: Final = 1 << 20  # keeps YAML's printer from folding certificates


def load(data: bytes) -> MachineConfig:
    """The machine config of a YAML stream that holds one v1alpha1 document, and perhaps documents of volumes.

    The values of the v1alpha1 document are only read, `validate` says whether they make sense; the other documents are
    checked. Raises ConfigError: text that is no YAML or too large, unknown keys, values of a wrong type, a second
    v1alpha1 document, a document of another kind, none at all, a volume that makes no sense.
    """
    configs = [document for document in _documents(data) if isinstance(document, MachineConfig)]
    if not configs:
        raise ConfigError("config not found")
    return configs[0]


def load_user_volumes(data: bytes) -> tuple[UserVolumeConfig, ...]:
    """The user volumes of a YAML stream as `load` takes it, in its order. Raises what load raises."""
    from libtalos.config.volumes import UserVolumeConfig  # noqa: PLC0415 - most configs have none

    return tuple(document for document in _documents(data) if isinstance(document, UserVolumeConfig))


def _documents(data: bytes) -> list[Section]:
    """Every document, checked as far as load() says."""
    found = list(_read(data))
    if all(isinstance(document, MachineConfig) for document in found):
        return found
    from libtalos.config.volumes import UserVolumeConfig, problems  # noqa: PLC0415 - as above

    faults = list(problems(document for document in found if isinstance(document, UserVolumeConfig)))
    if faults:
        raise ValidationError(faults)
    return found


def _read(data: bytes) -> Iterator[Section]:
    from libtalos.config.source import documents  # noqa: PLC0415 - yaml costs 12 ms, only where a config is read

    seen = False
    for node in documents(data):
        name = _identify(node)
        if name != LEGACY_DOCUMENT:
            from libtalos.config.volumes import UserVolumeConfig  # noqa: PLC0415 - as above

            yield _decode(UserVolumeConfig, node, name)
            continue
        if seen:
            message = f"duplicate document {name} is not allowed (line {node.line})"
            raise ConfigError(message, document=name, line=node.line)
        seen = True
        yield _decode(MachineConfig, node, name)


def encode(config: MachineConfig) -> bytes:
    """The config as a YAML document, secrets in clear; fields that have their default are left out."""
    import yaml  # noqa: PLC0415

    plain = msgspec.to_builtins(config, enc_hook=_reveal)
    return yaml.dump(
        plain, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, encoding="utf-8", width=ONE_LINE
    )


def _identify(node: Node) -> str:
    """The document's manifest id. Raises ConfigError unless it is a v1alpha1 document or that of a volume."""
    if not isinstance(node, Mapping):
        raise ConfigError(f"a document must be a mapping (line {node.line})", line=node.line)
    entries = node.entries
    if "kind" not in entries and entries.keys() & LEGACY_KEYS:
        return LEGACY_DOCUMENT
    for key in ("kind", "apiVersion"):
        if key not in entries:
            raise ConfigError(f"missing {key} (line {node.line})", line=node.line)
    kind, version, name = (_word(entries.get(key)) for key in ("kind", "apiVersion", "name"))
    manifest = f"{version}/{kind}/{name}"
    if kind == USER_VOLUME:
        return manifest
    raise _document_error(
        ConfigError(
            f"kind {kind!r} is not supported: this version reads the v1alpha1 document and {USER_VOLUME}: remove it"
        ),
        manifest,
        node,
    )


def _word(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _decode(kind: type[S], node: Node, document: str) -> S:
    unknown = UnknownKeys()
    try:
        config = decoder(kind)(node, "", unknown)
    except ConfigError as error:
        raise _document_error(error, document, node) from error
    if unknown.places:
        raise _document_error(_unknown_error(unknown), document, node)
    if not isinstance(config, kind):
        raise TypeError(type(config).__name__)
    return config


def _document_error(error: ConfigError, document: str, node: Node) -> ConfigError:
    prefix = f"error decoding document {document} (line {node.line}): "
    return ConfigError(prefix + error.message, document=document, path=error.path, line=error.line or node.line)


def _unknown_error(unknown: UnknownKeys) -> ConfigError:
    import yaml  # noqa: PLC0415

    text = yaml.dump(_masked(unknown.tree), Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    places = ", ".join(f"{path} (line {line})" for path, line in unknown.places)
    path, line = unknown.places[0]
    return ConfigError(f"unknown keys found during decoding:\n{text}at {places}", path=path, line=line)


def _masked(tree: Any) -> Any:
    """The tree with its texts hidden: the message ends up in logs, and `tokn: ...` is a secret all the same."""
    if isinstance(tree, dict):
        return {key: _masked(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_masked(item) for item in tree]
    return PLACEHOLDER if isinstance(tree, str) else tree


def _reveal(value: object) -> str:
    if isinstance(value, Secret):
        return value.document_text()
    raise NotImplementedError(type(value).__name__)
