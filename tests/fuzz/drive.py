"""One target in the hands of the fuzzer: python -m tests.fuzz.drive TARGET [OPTION or DIRECTORY of libFuzzer]..."""

from __future__ import annotations

import sys
import warnings

import atheris

# branches in these lead the fuzzer to new inputs
_WATCHED = [
    "libtalos.bus.http2",
    "libtalos.bus.wire",
    "libtalos.wireformat",
    "libtalos.gen",
    "services.network.operators",
]


def main() -> None:
    """Fuzz until an option of libFuzzer ends it; a fault ends the process with a code other than 0."""
    program, name, *options = sys.argv
    unraisable: list[BaseException] = []
    sys.unraisablehook = lambda found: unraisable.append(found.exc_value or RuntimeError(str(found.object)))
    warnings.simplefilter("error")
    with atheris.instrument_imports(include=_WATCHED):
        # code is instrumented while it is imported, also what a target imports when it first runs
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415

        TARGETS[name](b"")

    def check(data: bytes) -> None:
        TARGETS[name](data)
        if unraisable:
            raise unraisable.pop()

    atheris.Setup([program, *options], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
