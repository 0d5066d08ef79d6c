"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "0cc3184477aeb79d2628ad2f47c9beb1befa2a617bcec53467e9ed6d117a21fd"
