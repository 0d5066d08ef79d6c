"""The JSON Schema of machine configs, for editors: one document of any kind.

It says less than reading does: texts take numbers as well (`sysctls: {a: 1}`), and what `faults` tells is not in it.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from libtalos.config.document import API_VERSION, Document
from libtalos.config.registry import KINDS, document_class
from libtalos.config.schema import MachineConfig
from libtalos.config.written import Written
from libtalos.pki.secret import Secret

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE: Final = "#/$defs/{name}"


def schema() -> dict[str, Any]:
    """The schema, with a definition for each kind and each part of one."""
    kinds: list[type[Document]] = [document_class(API_VERSION, kind) for kind in KINDS]
    roots, definitions = msgspec.json.schema_components(
        [MachineConfig, *kinds], schema_hook=_hook, ref_template=_REFERENCE
    )
    for definition in definitions.values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    for kind in kinds:
        _add_head(definitions[kind.__name__], kind.__name__)
    return {"$schema": DIALECT, "title": "Machine config", "anyOf": list(roots), "$defs": definitions}


def _add_head(definition: dict[str, Any], kind: str) -> None:
    head = {"apiVersion": {"const": API_VERSION}, "kind": {"const": kind}}
    definition["properties"] = {**head, **definition["properties"]}
    definition["required"] = [*head, *definition.get("required", ())]


def _hook(kind: type) -> dict[str, Any]:
    if issubclass(kind, Written):
        return {**kind.SCHEMA, "description": _summary(kind)}
    if issubclass(kind, Secret):
        return {"type": "string", "description": _summary(kind)}
    raise NotImplementedError(kind.__name__)


def _summary(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]
