"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "74332d8b88063f0ff12507eda3f438276fb9ae985207c41890e7436ab793b087"
