"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "cfc2170f5e2a864b91d39d329cd112d65f29cf00f406b1e1818de07ef8ac7f58"
