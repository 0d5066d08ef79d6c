"""Documents to text."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from libtalos.config.container import Documents
from libtalos.config.document import API_VERSION, Document
from libtalos.config.schema import MachineConfig
from libtalos.config.section import Section
from libtalos.config.written import Written
from libtalos.pki.secret import Secret

ONE_LINE: Final = 1 << 20  # keeps YAML's printer from folding certificates


def encode(config: MachineConfig | Document) -> bytes:
    """One document as YAML, secrets in clear; fields that have their default are left out."""
    return _yaml([plain(config)])


def encode_documents(documents: Documents) -> bytes:
    """All documents as a YAML stream, secrets in clear: first the v1alpha1 one, then the others in their order."""
    first = () if documents.machine_config is None else (documents.machine_config,)
    return _yaml([plain(document) for document in (*first, *documents.others)])


def plain(document: Section) -> dict[str, Any]:
    """A document as dicts, lists and scalars, with its secrets."""
    body = msgspec.to_builtins(document, enc_hook=_plain)
    head = {"apiVersion": API_VERSION, "kind": type(document).__name__} if isinstance(document, Document) else {}
    return {**head, **body}


def _yaml(plain_documents: list[dict[str, Any]]) -> bytes:
    import yaml  # noqa: PLC0415 - 12 ms, only where a config is written

    text: bytes = yaml.dump_all(
        plain_documents,
        Dumper=yaml.CSafeDumper,
        sort_keys=False,
        allow_unicode=True,
        encoding="utf-8",
        width=ONE_LINE,
    )
    return text


def _plain(value: object) -> str | int:
    if isinstance(value, Secret):
        return value.document_text()
    if isinstance(value, Written):
        return value.plain()
    raise NotImplementedError(type(value).__name__)
