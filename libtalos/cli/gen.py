"""`talos gen`: secrets and machine configs of a cluster, and (in gencerts) single keys and certificates."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libtalos.cli import gencerts
from libtalos.cli.machineconfig import read_patches
from libtalos.cli.offline import offline, refuse_existing, write_new
from libtalos.cli.output import put, say

if TYPE_CHECKING:
    from libtalos.config.generate import Choices
    from libtalos.pki.bundle import SecretsBundle

app = typer.Typer(
    help="Generate secrets, machine configs, authorities, certificates and keys.",
    no_args_is_help=True,
    add_completion=False,
)
app.command("ca")(gencerts.ca)
app.command("key")(gencerts.key)
app.command("csr")(gencerts.csr)
app.command("crt")(gencerts.crt)
app.command("keypair")(gencerts.keypair)

STDOUT = "-"


class Kind(enum.StrEnum):
    """What gen config writes."""

    CONTROL_PLANE = "controlplane"
    WORKER = "worker"
    TALOSCONFIG = "talosconfig"

    @property
    def file(self) -> str:
        """Its file's name, as upstream has it."""
        return self if self is Kind.TALOSCONFIG else f"{self}.yaml"


def _kinds(text: str) -> Sequence[Kind]:
    try:
        return [Kind(word.strip()) for word in text.split(",")]
    except ValueError as error:
        raise typer.BadParameter(f"{error}: there are {', '.join(Kind)}") from error


@app.command()
def secrets(
    output: Annotated[Path, typer.Option("--output-file", "-o", help="File to write.")] = Path("secrets.yaml"),
    config: Annotated[
        Path | None,
        typer.Option("--from-controlplane-config", help="Take them from the machine config of a control-plane node."),
    ] = None,
    *,
    force: gencerts.ForceOption = False,
) -> None:
    """Generate the secrets of a cluster, from which its configs are generated again and again.

    Example: talos gen secrets -o secrets.yaml
    """
    from libtalos.pki import bundle  # noqa: PLC0415 - keys and YAML, only to make some

    with offline():
        found = bundle.generate(now=datetime.now(UTC)) if config is None else _secrets_of(config)
        write_new(output, bundle.encode(found), force=force)
        say(f"{output} written")


@app.command("config")
def generate_config(
    cluster_name: Annotated[str, typer.Argument(metavar="CLUSTER-NAME")],
    endpoint: Annotated[str, typer.Argument(metavar="ENDPOINT", help="URL of the Kubernetes API.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Directory, or the file of a single type, or - for stdout."),
    ] = None,
    types: Annotated[str, typer.Option("--output-types", "-t", help="What to write.")] = ",".join(Kind),
    with_secrets: Annotated[
        Path | None, typer.Option("--with-secrets", help="Secrets that `talos gen secrets` wrote.")
    ] = None,
    additional_sans: Annotated[
        list[str] | None, typer.Option("--additional-sans", help="Further name or address of the API; repeatable.")
    ] = None,
    dns_domain: Annotated[str, typer.Option("--dns-domain", help="Domain of the cluster.")] = "cluster.local",
    install_disk: Annotated[str, typer.Option("--install-disk", help="Disk to install on.")] = "/dev/sda",
    patches: Annotated[
        list[str] | None, typer.Option("--config-patch", help="Patch of both configs, or @FILE; repeatable.")
    ] = None,
    control_plane_patches: Annotated[
        list[str] | None, typer.Option("--config-patch-control-plane", help="The same for the control plane's.")
    ] = None,
    worker_patches: Annotated[
        list[str] | None, typer.Option("--config-patch-worker", help="The same for the workers'.")
    ] = None,
    discovery: Annotated[bool, typer.Option("--with-cluster-discovery", help="Enable cluster discovery.")] = True,
    force: gencerts.ForceOption = False,
) -> None:
    """Generate the machine configs of a cluster, and the talosconfig of its administrator.

    Example: talos gen config production https://10.5.0.2:6443 --with-secrets secrets.yaml -o configs
    """
    from libtalos.config.generate import Choices  # noqa: PLC0415 - as above

    kinds = _kinds(types)
    choices = Choices(
        cluster_name=cluster_name,
        endpoint=endpoint,
        cert_sans=tuple(additional_sans or ()),
        dns_domain=dns_domain,
        install_disk=install_disk,
        discovery=discovery,
    )
    with offline():
        patched = {
            Kind.CONTROL_PLANE: [*(patches or ()), *(control_plane_patches or ())],
            Kind.WORKER: [*(patches or ()), *(worker_patches or ())],
        }
        made = _documents(kinds, _load(with_secrets), choices)
        _write({kind: _patched(data, patched.get(kind)) for kind, data in made}, output, force=force)


def _secrets_of(path: Path) -> SecretsBundle:
    from libtalos.config import load  # noqa: PLC0415 - as above
    from libtalos.config.secrets import secrets_of  # noqa: PLC0415

    return secrets_of(load(path.read_bytes()))


def _load(path: Path | None) -> SecretsBundle:
    from libtalos.pki import bundle  # noqa: PLC0415 - as above

    return bundle.generate(now=datetime.now(UTC)) if path is None else bundle.load(path.read_bytes())


def _documents(kinds: Sequence[Kind], secrets: SecretsBundle, choices: Choices) -> Iterator[tuple[Kind, bytes]]:
    from libtalos.config import encode, generate  # noqa: PLC0415 - as above
    from libtalos.pki import talosconfig  # noqa: PLC0415

    for kind in kinds:
        if kind is Kind.TALOSCONFIG:
            pair = secrets.administrator(now=datetime.now(UTC))
            config = talosconfig.client(name=choices.cluster_name, pair=pair, authority=secrets.certs.os.crt)
            yield kind, talosconfig.encode(config)
        else:
            make = generate.worker if kind is Kind.WORKER else generate.control_plane
            yield kind, encode(make(secrets, choices))


def _patched(config: bytes, patches: Sequence[str] | None) -> bytes:
    from libtalos.config.patching import apply  # noqa: PLC0415 - as above

    return apply(config, read_patches(patches)) if patches else config


def _write(documents: Mapping[Kind, bytes], output: Path | None, *, force: bool) -> None:
    places = _places(documents, output)
    if places is None:
        put(next(iter(documents.values())))
        return
    for path in places.values():
        refuse_existing(path, force=force)
    for kind, path in places.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, documents[kind], force=force)
        say(f"{path} written")


def _places(documents: Mapping[Kind, bytes], output: Path | None) -> Mapping[Kind, Path] | None:
    """Where each goes; None is stdout."""
    if output is not None and str(output) == STDOUT:
        if len(documents) > 1:
            raise typer.BadParameter("stdout takes one type: choose it with -t", param_hint="--output")
        return None
    if output is not None and len(documents) == 1 and not output.is_dir():
        return dict.fromkeys(documents, output)
    return {kind: (output or Path()) / kind.file for kind in documents}
