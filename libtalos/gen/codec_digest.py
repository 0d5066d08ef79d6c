"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "e02fb9d856df7700804119b07e555e137d12fcd5fa0e7d9a1c2478d164c2c842"
