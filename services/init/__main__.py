"""PID 1: forks the zygote of the components first of all, while there is nothing else in this process."""

from __future__ import annotations

from typing import NoReturn

from services.init.zygotes import Zygotes


def main() -> NoReturn:
    """Fork the zygote, then be init."""
    zygotes = Zygotes.fork()
    # what only init needs is imported in init alone, and beside what the zygote imports
    from services.init.composition import boot  # noqa: PLC0415 - see above

    boot(zygotes)


if __name__ == "__main__":
    main()
