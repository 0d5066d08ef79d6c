"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "db70587ca07cdfe6cdca4b7807eec3e5d62535ab7a80ed909a7f3301dbc12c4d"
