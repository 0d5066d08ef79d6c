"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "556d43a82782fa3a7f450c93422203a0c45c1e4f1e81b42059fd2e9674c11d89"
