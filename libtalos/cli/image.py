"""`talos image`: build the node's image, show what is in one."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from libtalos.image import build as builder
from libtalos.image.errors import ImageError
from libtalos.image.manifest import MANIFEST, Manifest, encode, load
from libtalos.image.spec import checkout_of_suite, output_directory, read_extra, read_spec

app = typer.Typer(help="Build the node's image, show what is in one.", no_args_is_help=True)

SourceOption = Annotated[Path | None, typer.Option("--source", help="Checkout to build from.", show_default="this one")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", help="Directory of the image.", show_default="_out/<version>")
]


class Format(StrEnum):
    """How `show` prints."""

    TABLE = "table"
    JSON = "json"
    YAML = "yaml"


@app.command()
def build(
    *,
    source: SourceOption = None,
    output: OutputOption = None,
    cache: Annotated[Path | None, typer.Option(help="Downloads and layers.", show_default="_out/cache")] = None,
    compression_level: Annotated[
        int | None, typer.Option(help="zstd level, 1 to 22.", show_default="the recipe's")
    ] = None,
    add: Annotated[list[str] | None, typer.Option(help="SOURCE:PATH of a further file; repeatable.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Build even if the image is up to date.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Look for newer Debian packages first.")] = False,
) -> None:
    """Build rootfs.sqsh and manifest.json if what they are made from has changed."""
    checkout, target = _places(source, output)
    try:
        spec = read_spec(
            checkout, level=compression_level, cache=cache, extras=[read_extra(text) for text in add or ()]
        )
        manifest = builder.build(spec, target, progress=_progress, force=force, update=update)
    except ImageError as error:
        raise _fail(error) from error
    typer.echo(
        f"{target / manifest.image.file}: {_size(manifest.image.size)}, sha256 {manifest.image.sha256}", err=True
    )


@app.command()
def show(
    source: SourceOption = None,
    output: OutputOption = None,
    form: Annotated[Format, typer.Option("--format", "-o", help="How to print.")] = Format.TABLE,
) -> None:
    """Show an image's manifest: version, digests, and size per package."""
    try:
        manifest = load(_places(source, output)[1] / MANIFEST)
    except ImageError as error:
        raise _fail(error) from error
    _PRINTERS[form](manifest)


def _places(source: Path | None, output: Path | None) -> tuple[Path, Path]:
    checkout = source or checkout_of_suite()
    return checkout, output or output_directory(checkout)


def _progress(line: str) -> None:
    typer.echo(f"• {line}", err=True)


def _fail(error: ImageError) -> typer.Exit:
    typer.secho(f"error: {error}", err=True, fg=typer.colors.RED)
    return typer.Exit(1)


def _print_json(manifest: Manifest) -> None:
    sys.stdout.write(encode(manifest).decode())


def _print_yaml(manifest: Manifest) -> None:
    import msgspec  # noqa: PLC0415 - only this format needs it
    import yaml  # noqa: PLC0415 - only this format needs it

    yaml.safe_dump(msgspec.to_builtins(manifest), sys.stdout, sort_keys=True)


def _print_table(manifest: Manifest) -> None:
    from rich.console import Console  # noqa: PLC0415 - 40 ms that other formats do not need
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table(box=None, pad_edge=False)
    for heading, side in (
        ("PACKAGE", "left"),
        ("KIND", "left"),
        ("VERSION", "left"),
        ("FILES", "right"),
        ("SIZE", "right"),
    ):
        table.add_column(heading, justify=side, no_wrap=True)  # type: ignore[arg-type]  # rich wants a literal
    for package in manifest.packages:
        table.add_row(package.name, package.kind, package.version, str(package.files), _size(package.size))
    table.add_row("in all", "", manifest.version, str(len(manifest.files)), _size(manifest.image.unpacked))
    table.add_row(
        f"packed ({manifest.image.compression} {manifest.image.level})", "", "", "", _size(manifest.image.size)
    )
    Console().print(table)


def _size(count: int) -> str:
    return f"{count / 2**20:.1f} MiB" if count >= 2**20 else f"{count / 2**10:.1f} KiB"


_PRINTERS = {Format.TABLE: _print_table, Format.JSON: _print_json, Format.YAML: _print_yaml}
