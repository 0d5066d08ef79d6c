"""What every component does at its start, with the same result each time: a zygote imports this module and has done it."""

from libtalos.bus.wire import implementation
from libtalos.component.registry import load_registry

load_registry()
implementation()
