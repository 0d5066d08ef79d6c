"""What keeps a device or a volume from being wiped; each message names it and what uses it."""


class WipeError(Exception):
    """It is not wiped."""


class UnknownDeviceError(WipeError):
    """There is no such device."""


class UnknownLabelError(WipeError):
    """There is no volume of that label."""


class OrderError(WipeError):
    """What is asked for makes no sense."""
