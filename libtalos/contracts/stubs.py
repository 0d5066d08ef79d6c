"""Generated stubs without a transport: what betterproto2's compiler writes for grpclib, on libtalos.stubs instead."""

from __future__ import annotations

import re

from libtalos.contracts.construct import RewriteError, with_constructors

_IMPORTS = "import grpclib\nfrom betterproto2 import grpclib as betterproto2_grpclib\n"
_OWN_IMPORTS = "\nfrom libtalos.stubs import Cardinality, Method, NotServedError, ServiceBase, ServiceStub\n"
_TYPES = re.compile(
    r"if TYPE_CHECKING:\n"
    r"    import grpclib\.server\n"
    r"    from betterproto2\.grpclib\.grpclib_client import MetadataLike\n"
    r"    from grpclib\.metadata import Deadline\n"
)
_OWN_TYPES = "if TYPE_CHECKING:\n    from libtalos.stubs import MetadataLike\n"
# the adapters of a service base, up to the next method
_ADAPTER = re.compile(r"    async def __rpc_\w+\(.*?(?=^    (?:async )?def )", re.MULTILINE | re.DOTALL)
_HANDLER = re.compile(r"grpclib\.const\.Handler\(\s*self\.__rpc_")
# a stub's method that does nothing but to repeat the messages of the call
_REPEATER = re.compile(
    r"    async def (?P<head>(?:(?!    async def ).)*?)"
    r"        async for response in (?P<call>self\._\w+_stream\(.*?\n        \)):\n            yield response\n",
    re.DOTALL,
)
# a message without a comment; a dataclass without a docstring makes one of its signature, at every import
_BARE_MESSAGE = re.compile(r'^(class (\w+)\(betterproto2\.Message\):\n)(?! +""")', re.MULTILINE)
_WORDS = (
    ("betterproto2_grpclib.", ""),
    ('"Deadline | None"', '"float | None"'),
    ("raise grpclib.GRPCError(grpclib.const.Status.UNIMPLEMENTED)", "raise NotServedError"),
    ("grpclib.const.Cardinality", "Cardinality"),
    ("grpclib.const.Handler", "Method"),
    # megabytes and milliseconds for the times in a JSON text, which hardly anybody reads
    ("import dateutil.parser\n", ""),
    ("            dt = dateutil.parser.", "            import dateutil.parser\n\n            dt = dateutil.parser."),
)


def rewrite(name: str, text: str) -> str:
    """One generated module without grpclib, whose messages have constructors.

    Raises RewriteError if anything of grpclib is left, or of dataclasses' constructors; name is for its message.
    """
    text = text.replace(_IMPORTS, _OWN_IMPORTS)
    text = _TYPES.sub(_OWN_TYPES, text)
    text = _ADAPTER.sub("", text)
    text = _HANDLER.sub("Method(\n                self.", text)
    text = _REPEATER.sub(r"    def \g<head>        return \g<call>\n", text)
    text = _BARE_MESSAGE.sub(r'\1    """\2, a message."""\n\n', text)
    for old, new in _WORDS:
        text = text.replace(old, new)
    if left := re.search(r".*(?:grpclib|def __rpc_|self\.__rpc_).*", text):
        raise RewriteError(f"{name}: this line of the compiler's output is not known: {left.group().strip()}")
    return with_constructors(name, text)
