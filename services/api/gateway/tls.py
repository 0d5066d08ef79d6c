"""Certificates as OpenSSL takes them: TLS 1.3 and nothing older, and nobody without a certificate of the cluster."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable

from services.api.gateway.issuing import Issued


def server_context(issued: Issued) -> ssl.SSLContext:
    """For connections of clients."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    return _filled(context, issued.server, issued.authorities)


def client_context(issued: Issued) -> ssl.SSLContext:
    """For connections to other nodes."""
    return _filled(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), issued.client, issued.authorities)


def switching(current: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """A context that hands each new connection to the current one, so that a listener outlives its certificates."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_mode = ssl.CERT_REQUIRED
    context.set_alpn_protocols(["h2"])

    def switch(connection: ssl.SSLObject | ssl.SSLSocket, _name: str | None, _context: ssl.SSLContext) -> None:
        connection.context = current()

    context.sni_callback = switch
    return context


def _filled(context: ssl.SSLContext, pair: str, authorities: str) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_alpn_protocols(["h2"])
    context.load_verify_locations(cadata=authorities)
    # OpenSSL takes a pair from a file only; this one is in memory, has no name, and is gone when it is closed
    file = os.memfd_create("certificate", os.MFD_CLOEXEC)
    try:
        with os.fdopen(file, "wb", closefd=False) as stream:
            stream.write(pair.encode())
        context.load_cert_chain(f"/proc/self/fd/{file}")
    finally:
        os.close(file)
    return context
