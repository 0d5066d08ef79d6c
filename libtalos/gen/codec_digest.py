"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "58219c99d6d7aedd67defdfc6fc831849c89e3698cef641b303879cd957c3844"
