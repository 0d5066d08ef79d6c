"""The `talos` command."""


def main() -> None:
    """Run the command line."""
    try:
        from libtalos.cli.app import make_app  # noqa: PLC0415 - importing the package costs nothing

        make_app()()
    except KeyboardInterrupt:
        # between the commands' own care for it: while something is imported
        raise SystemExit(130) from None
