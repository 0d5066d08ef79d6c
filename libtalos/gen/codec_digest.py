"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "65c70509de0d70c1e93445a0d7f87fdc0e597e5d91af03402ffe8edea9a43128"
