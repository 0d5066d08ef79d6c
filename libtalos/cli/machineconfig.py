"""`talos machineconfig` and `talos validate`: machine configs in files."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libtalos.cli.offline import offline
from libtalos.cli.output import put, say
from libtalos.linux.files import write_atomic

if TYPE_CHECKING:
    from libtalos.config.patching import Patch

app = typer.Typer(help="Machine configs in files.", no_args_is_help=True, add_completion=False)

PATCH_HELP = "Patch to apply, or @ and the file that it is in; repeatable."


class Mode(enum.StrEnum):
    """Where the machine runs."""

    METAL = "metal"
    CLOUD = "cloud"
    CONTAINER = "container"


def read_patches(texts: Sequence[str] | None) -> list[Patch]:
    """The patches that options name. Raises ConfigError, OSError."""
    from libtalos.config.patching import read_patch  # noqa: PLC0415 - YAML, only where a patch is given

    return [read_patch(text) for text in texts or ()]


@app.callback()
def machineconfig() -> None:
    """Machine configs in files."""


@app.command("patch")
def patch_file(
    config: Annotated[Path, typer.Argument(metavar="MACHINECONFIG-FILE")],
    patch: Annotated[list[str], typer.Option("--patch", "-p", help=PATCH_HELP)],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.", show_default="stdout")] = None,
) -> None:
    """Patch a machine config: strategic merge, or JSON Patch (RFC 6902).

    Example: talos machineconfig patch worker.yaml -p @hostname.yaml -o n1.yaml
    """
    from libtalos.config.patching import apply  # noqa: PLC0415 - as above

    with offline():
        patched = apply(config.read_bytes(), read_patches(patch))
        if output is None:
            put(patched)
        else:
            write_atomic(output, patched)
            say(f"{output} written")


@app.command("schema")
def print_schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.", show_default="stdout")] = None,
) -> None:
    """Print the JSON Schema of machine configs, for editors.

    Example: talos machineconfig schema -o machineconfig.schema.json
    """
    import msgspec  # noqa: PLC0415

    from libtalos.config.jsonschema import schema  # noqa: PLC0415

    text = msgspec.json.format(msgspec.json.encode(schema())) + b"\n"
    if output is None:
        put(text)
    else:
        with offline():
            write_atomic(output, text)
        say(f"{output} written")


def validate(
    config: Annotated[Path, typer.Option("--config", "-c", help="File of the machine config.")],
    mode: Annotated[Mode, typer.Option("--mode", "-m", help="Where the machine runs.")],
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")] = False,
) -> None:
    """Check a machine config, as a node would before it takes it.

    Example: talos validate -c controlplane.yaml -m container
    """
    from libtalos.config import (  # noqa: PLC0415 - as above
        ValidationError,
        load_documents,
        validation,
    )

    with offline():
        warnings = validation.validate_documents(load_documents(config.read_bytes()), validation.Mode(mode))
        if strict and warnings:
            raise ValidationError([f"warning: {warning}" for warning in warnings])
        for warning in warnings:
            say(f"warning: {warning}")
        say(f"{config} is valid for {mode} mode")
