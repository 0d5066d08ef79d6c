"""Compile the modules that stdin names, one path below argv[1] per line, for a root that is read-only.

Runs alone, under the image's own interpreter, from the standard library of the image. The .pyc files are valid
whatever time the sources have (PEP 552, unchecked hash) and name them by their place in the image.
"""

import py_compile
import sys
from importlib.util import cache_from_source


def main(root: str) -> None:
    """Compile everything; exits with the module and the place in it at the first one that does not compile."""
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            _compile(root + path, path)
        except py_compile.PyCompileError as error:
            sys.exit(f"{path}: {error.msg.strip()}")


def _compile(source: str, path: str) -> None:
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(source, cache_from_source(source), dfile=path, doraise=True, invalidation_mode=mode)


if __name__ == "__main__":
    main(sys.argv[1])
