"""X.509 extensions that authorities and certificates have alike (RFC 5280, section 4.2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from ipaddress import IPv4Address, IPv6Address

    from cryptography import x509

_USAGES: Final = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def key_usage(*allowed: str) -> x509.KeyUsage:
    """A key usage that allows these and nothing else. Raises ValueError for a name that RFC 5280 does not have."""
    from cryptography import x509  # noqa: PLC0415 - 16 MB, only where used

    if unknown := set(allowed).difference(_USAGES):
        raise ValueError(f"unknown key usages {sorted(unknown)}: there are {', '.join(_USAGES)}")
    return x509.KeyUsage(**{name: name in allowed for name in _USAGES})


def alternative_names(
    dns_names: Iterable[str], addresses: Iterable[IPv4Address | IPv6Address]
) -> x509.SubjectAlternativeName | None:
    """DNS names and addresses, each once; None if there are none."""
    from cryptography import x509  # noqa: PLC0415

    names: list[x509.GeneralName] = [x509.DNSName(name) for name in dict.fromkeys(dns_names)]
    names += [x509.IPAddress(address) for address in dict.fromkeys(addresses)]
    return x509.SubjectAlternativeName(names) if names else None
