"""Header compression for HTTP/2, RFC 7541: a Decoder and an Encoder for each connection.

encoder, decoder = Encoder(), Decoder(max_list_size=16384)
decoder.decode(encoder.encode([(b":method", b"POST")])) == [(b":method", b"POST")]
"""

from libtalos.bus.http2.hpack.decoder import Decoder
from libtalos.bus.http2.hpack.encoder import Encoder
from libtalos.bus.http2.hpack.errors import HeaderListTooLarge, HpackError
from libtalos.bus.http2.hpack.table import list_size

__all__ = ["Decoder", "Encoder", "HeaderListTooLarge", "HpackError", "list_size"]
