"""JSON Patch (RFC 6902) on one document."""

from __future__ import annotations

from typing import Any

from libtalos.config.errors import ConfigError


def patch_document(document: Any, operations: list[Any], manifest: str) -> Any:
    """The document, plain, with the operations done in order; all or none.

    Raises ConfigError that names the operation: one that is malformed, a path that is not there, a failed test.
    """
    import jsonpatch  # noqa: PLC0415 - only where such a patch is given
    from jsonpointer import JsonPointerException  # noqa: PLC0415

    for number, operation in enumerate(operations):
        try:
            document = jsonpatch.JsonPatch([operation]).apply(document)
        except (jsonpatch.JsonPatchException, JsonPointerException, TypeError, ValueError, KeyError) as error:
            where = f"operation {number} ({_told(operation)}) on document {manifest}"
            raise ConfigError(f"JSON patch: {where}: {error}", document=manifest) from error
    return document


def _told(operation: Any) -> str:
    """Without its value, which may be a secret."""
    if not isinstance(operation, dict):
        return "not a mapping"
    return " ".join(str(operation[key]) for key in ("op", "path") if key in operation)
