"""PID 1: forks the zygote of the components first of all, while there is nothing else in this process."""

from __future__ import annotations

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Fork the zygote, then be init."""
    # Imports leave much that stays and little garbage: to look for it meanwhile takes a sixth of their time.
    gc.disable()
    from services.init.zygotes import Zygotes  # noqa: PLC0415 - see above

    zygotes = Zygotes.fork()
    # what only init needs is imported in init alone, and beside what the zygote imports
    from services.init.boot import boot  # noqa: PLC0415 - see above

    boot(zygotes)


if __name__ == "__main__":
    main()
