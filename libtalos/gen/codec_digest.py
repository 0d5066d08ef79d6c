"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "1d28a48fdd1b6ab7f91ff2a2ac89a272023c7037646ac61c23f562d2e757850b"
