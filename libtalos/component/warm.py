"""What every component does at its start with the same result each time: to import this module does it, in a zygote."""

from libtalos.bus.wire import implementation
from libtalos.component.registry import load_registry

load_registry()
implementation()
