"""python -I watched.py MODULE DIRECTORY: run a module, and tell what is imported when asked by SIGUSR1.

The names go to the file DIRECTORY/MODULE.
"""

import os
import runpy
import signal
import sys


def main(module: str, directory: str) -> None:
    """Run it as `python -I -m` would."""

    def tell(_number: int, _frame: object) -> None:
        # os and no pathlib: what this imports would be among what it tells
        path = f"{directory}/{module}"
        fd = os.open(f"{path}.new", os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC)
        os.write(fd, "".join(f"{name}\n" for name in sys.modules).encode())
        os.close(fd)
        os.rename(f"{path}.new", path)  # noqa: PTH104

    signal.signal(signal.SIGUSR1, tell)
    sys.argv[:] = [""]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
