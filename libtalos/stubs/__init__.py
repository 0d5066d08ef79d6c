"""What generated stubs and service bases stand on: they describe methods and calls, and know no transport."""

from libtalos.stubs.client import Caller, MetadataLike, ServiceStub
from libtalos.stubs.method import Cardinality, Method, NotServedError
from libtalos.stubs.server import ServiceBase

__all__ = ["Caller", "Cardinality", "MetadataLike", "Method", "NotServedError", "ServiceBase", "ServiceStub"]
