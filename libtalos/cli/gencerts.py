"""`talos gen ca|key|csr|crt|keypair`: single keys and certificates, in files named as upstream names them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libtalos.cli.offline import offline, write_new
from libtalos.cli.output import say

if TYPE_CHECKING:
    from libtalos.pki import KeyPair

ADMIN = "os:admin"
PUBLIC = 0o644
PRIVATE = 0o600
# upstream's defaults: ten years for an authority, a year for what it signs
CA_HOURS = 87600
CRT_HOURS = 24

ForceOption = Annotated[bool, typer.Option("--force", "-f", help="Overwrite files that are there.")]


def _address(text: str) -> IPv4Address | IPv6Address:
    try:
        return ip_address(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no IP address") from error


IpOption = Annotated[
    list[IPv4Address] | None,
    typer.Option("--ip", help="Address that the certificate is for; repeatable.", parser=_address, metavar="ADDRESS"),
]


def ca(
    organization: Annotated[str, typer.Option("--organization", help="Organization of the subject; the files' name.")],
    hours: Annotated[int, typer.Option("--hours", help="Validity in hours.", min=1)] = CA_HOURS,
    *,
    force: ForceOption = False,
) -> None:
    """Generate an authority with an Ed25519 key: ORGANIZATION.crt and ORGANIZATION.key.

    Example: talos gen ca --organization talos
    """
    from libtalos.pki.authority import own_authority  # noqa: PLC0415 - 16 MB, only where used

    with offline():
        pair = own_authority(organization, now=datetime.now(UTC), lifetime=timedelta(hours=hours))
        _write_pair(organization, pair, force=force)


def key(
    name: Annotated[str, typer.Option("--name", help="Name of the file, without .key.")], *, force: ForceOption = False
) -> None:
    """Generate an Ed25519 private key: NAME.key.

    Example: talos gen key --name admin
    """
    from libtalos.pki import Algorithm, generate_key  # noqa: PLC0415 - as above

    with offline():
        _write(Path(f"{name}.key"), generate_key(Algorithm.ED25519).reveal().encode(), PRIVATE, force=force)


def csr(
    key_file: Annotated[Path, typer.Option("--key", help="Private key, PEM; the request gets its name with .csr.")],
    ip: IpOption = None,
    roles: Annotated[list[str] | None, typer.Option("--roles", help="Role; repeatable.", show_default=ADMIN)] = None,
    *,
    force: ForceOption = False,
) -> None:
    """Generate a signing request for a key, with roles as its organizations.

    Example: talos gen csr --key reader.key --roles os:reader
    """
    from libtalos.pki import Request, SecretKey, Usage  # noqa: PLC0415 - as above
    from libtalos.pki.csr import create_request  # noqa: PLC0415

    with offline():
        request = Request(usage=Usage.CLIENT, organizations=tuple(roles or (ADMIN,)), addresses=tuple(ip or ()))
        made = create_request(SecretKey(key_file.read_text()), request)
        _write(key_file.with_suffix(".csr"), made, PUBLIC, force=force)


def crt(
    authority: Annotated[str, typer.Option("--ca", help="Name of the authority's files, without .crt and .key.")],
    csr_file: Annotated[Path, typer.Option("--csr", help="Signing request, PEM.")],
    name: Annotated[str, typer.Option("--name", help="Name of the file, without .crt.")],
    hours: Annotated[int, typer.Option("--hours", help="Validity in hours.", min=1)] = CRT_HOURS,
    *,
    force: ForceOption = False,
) -> None:
    """Sign a request as a client's certificate: NAME.crt.

    Example: talos gen crt --ca ca --csr admin.csr --name admin --hours 8760
    """
    from libtalos.pki import KeyPair, SecretKey, Usage  # noqa: PLC0415 - as above
    from libtalos.pki.csr import sign_request  # noqa: PLC0415

    with offline():
        issuer = KeyPair(Path(f"{authority}.crt").read_bytes(), SecretKey(Path(f"{authority}.key").read_text()))
        made = sign_request(
            issuer,
            csr_file.read_bytes(),
            usage=Usage.CLIENT,
            lifetime=timedelta(hours=hours),
            now=datetime.now(UTC),
            keep_organizations=True,
        )
        _write(Path(f"{name}.crt"), made, PUBLIC, force=force)


def keypair(
    organization: Annotated[str, typer.Option("--organization", help="Organization of the subject; the files' name.")],
    ip: IpOption = None,
    *,
    force: ForceOption = False,
) -> None:
    """Generate a self-signed certificate with an Ed25519 key: ORGANIZATION.crt and ORGANIZATION.key.

    Example: talos gen keypair --organization test --ip 127.0.0.1
    """
    from libtalos.pki.authority import own_authority  # noqa: PLC0415 - as above

    with offline():
        pair = own_authority(
            organization, now=datetime.now(UTC), lifetime=timedelta(hours=CRT_HOURS), addresses=tuple(ip or ())
        )
        _write_pair(organization, pair, force=force)


def _write_pair(name: str, pair: KeyPair, *, force: bool) -> None:
    _write(Path(f"{name}.crt"), pair.certificate, PUBLIC, force=force)
    _write(Path(f"{name}.key"), pair.key.reveal().encode(), PRIVATE, force=force)


def _write(path: Path, data: bytes, mode: int, *, force: bool) -> None:
    write_new(path, data, force=force, mode=mode)
    say(f"{path} written")
