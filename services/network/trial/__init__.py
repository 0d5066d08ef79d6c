"""A config that is tried: planned, applied, confirmed or reverted, beside the machine config."""
