"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "507ee6faa19206b46f78e7e7d6a997ae576faa7437ece4d25fd08213da8dfdce"
