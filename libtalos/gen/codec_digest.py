"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "3919c83d02e165dce49b385f3c25b9d65a5d40acee54cf9d07b2d00fb28645ed"
