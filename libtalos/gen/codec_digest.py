"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "a75476bf5e7a728c9d87d20c16603a8809e5b3ccb8a1bfbfb2c00800767a3249"
