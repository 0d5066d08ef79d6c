"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "a002c0b6a91e08cff6dc40f740cfdbf884aaa52a40ed5b92807e4d738a8155c0"
