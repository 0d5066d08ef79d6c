"""The `talos` command."""


def main() -> None:
    """Run the command line."""
    from libtalos.cli.app import make_app  # noqa: PLC0415 - importing the package costs nothing

    make_app()()
