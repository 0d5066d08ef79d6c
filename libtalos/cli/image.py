"""`talos image`: build the node's image, show what is in one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from libtalos.cli.failures import reported
from libtalos.cli.output import Output, print_document, print_table, put, say
from libtalos.cli.people import size
from libtalos.image import build as builder
from libtalos.image.manifest import MANIFEST, Manifest, encode, load
from libtalos.image.spec import checkout_of_suite, output_directory, read_extra, read_spec

app = typer.Typer(help="Build the node's image, show what is in one.", no_args_is_help=True, add_completion=False)

SourceOption = Annotated[Path | None, typer.Option("--source", help="Checkout to build from.", show_default="this one")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", help="Directory of the image.", show_default="_out/<version>")
]


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
    """Build rootfs.sqsh and manifest.json if what they are made from has changed.

    Example: talos image build --compression-level 3
    """
    with reported():
        checkout, target = _places(source, output)
        spec = read_spec(
            checkout, level=compression_level, cache=cache, extras=[read_extra(text) for text in add or ()]
        )
        manifest = builder.build(spec, target, progress=_progress, force=force, update=update)
        say(f"{target / manifest.image.file}: {size(manifest.image.size)}, sha256 {manifest.image.sha256}")


@app.command()
def show(
    source: SourceOption = None,
    output: OutputOption = None,
    form: Annotated[Output, typer.Option("--format", "-o", help="Format of the data on stdout.")] = Output.TABLE,
) -> None:
    """Show an image's manifest: version, digests, and size per package.

    Example: talos image show -o json
    """
    with reported():
        manifest = load(_places(source, output)[1] / MANIFEST)
        if form is Output.JSON:
            put(encode(manifest))
        elif form is Output.YAML:
            print_document(msgspec.to_builtins(manifest), form)
        else:
            _print_packages(manifest)


def _places(source: Path | None, output: Path | None) -> tuple[Path, Path]:
    checkout = source or checkout_of_suite()
    return checkout, output or output_directory(checkout)


def _progress(line: str) -> None:
    say(f"• {line}")


def _print_packages(manifest: Manifest) -> None:
    image = manifest.image
    rows = [(entry.name, entry.kind, entry.version, str(entry.files), size(entry.size)) for entry in manifest.packages]
    rows.append(("in all", "", manifest.version, str(len(manifest.files)), size(image.unpacked)))
    rows.append((f"packed ({image.compression} {image.level})", "", "", "", size(image.size)))
    print_table(("PACKAGE", "KIND", "VERSION", "FILES", "SIZE"), rows, right={"FILES", "SIZE"})
