"""The node's certificates, issued in a process of its own: YAML and OpenSSL's objects take more than 20 MB.

    python -m services.api.gateway.issuing < REQUEST > ISSUED

Both are JSON. The authority's key is in the request and leaves neither the pipe nor the memory of this process.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from libtalos.config.schema import Machine
    from libtalos.pki import KeyPair, Request

# upstream: x509.DefaultCertificateValidityDuration, renewed at half of it
LIFETIME: Final = timedelta(hours=24)
LOOPBACK: Final = ("127.0.0.1", "::1")


class IssueRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What certificates are made from: the machine config, and what the node is called now."""

    config: str
    addresses: tuple[str, ...]
    hostname: str
    domainname: str = ""


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """PEM: a certificate with its key for the server, one for calls to other nodes, and whom to trust.

    With a problem there are none.
    """

    server: str = ""
    client: str = ""
    authorities: str = ""
    problem: str = ""


def issue(request: IssueRequest, now: datetime) -> Issued:
    """Issue certificates with the authority of the config. A problem of the config is told in the result."""
    from libtalos.config import ConfigError, load  # noqa: PLC0415 - see above
    from libtalos.pki.keys import PkiError  # noqa: PLC0415

    try:
        machine = load(request.config.encode()).machine
        if machine is None or machine.ca is None or machine.ca.key is None:
            return Issued(problem="the machine config has no machine.ca.key to issue certificates with")
        return _issue(machine, request, now)
    except (ConfigError, PkiError, ValueError) as error:
        return Issued(problem=str(error))


def _issue(machine: Machine, request: IssueRequest, now: datetime) -> Issued:
    from libtalos.pki import KeyPair, Request, Usage  # noqa: PLC0415 - see above
    from services.api.gateway.roles import IMPERSONATOR  # noqa: PLC0415

    if machine.ca is None or machine.ca.key is None:
        raise ValueError("no authority")
    authority = KeyPair(machine.ca.crt, machine.ca.key)
    names, addresses = _names(machine, request)
    server = Request(
        usage=Usage.SERVER,
        common_name=request.hostname or None,
        dns_names=names,
        addresses=tuple(map(ip_address, addresses)),
        lifetime=LIFETIME,
    )
    client = Request(
        usage=Usage.CLIENT, common_name=request.hostname or None, organizations=(IMPERSONATOR,), lifetime=LIFETIME
    )
    trusted = [machine.ca.crt, *(each.crt for each in machine.accepted_cas)]
    return Issued(
        server=_certified(authority, server, now),
        client=_certified(authority, client, now),
        authorities="".join(pem.decode() for pem in trusted),
    )


def _certified(authority: KeyPair, request: Request, now: datetime) -> str:
    """A certificate with its key. The key is ECDSA: clients made with BoringSSL, grpc's own, take no Ed25519."""
    from libtalos.pki import Algorithm, generate_key, portable_pem  # noqa: PLC0415 - see above
    from libtalos.pki.issue import certify  # noqa: PLC0415
    from libtalos.pki.keys import load_key  # noqa: PLC0415

    key = generate_key(Algorithm.ECDSA_P256)
    return certify(authority, request, load_key(key).public_key(), now=now).decode() + portable_pem(key)


def _names(machine: Machine, request: IssueRequest) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """DNS names and addresses: the node's own, and what the config adds."""
    fqdn = f"{request.hostname}.{request.domainname}" if request.domainname else ""
    names = [name for name in (request.hostname, fqdn) if name]
    addresses = [*request.addresses, *LOOPBACK]
    for name in machine.cert_sans:
        (addresses if _is_address(name) else names).append(name)
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(addresses))


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def main() -> None:
    """Answer the request on stdin."""
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=IssueRequest)
    sys.stdout.buffer.write(msgspec.json.encode(issue(request, datetime.now(UTC))))


if __name__ == "__main__":
    main()
