"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "384164d92cf83fd03d04450b5e9fb45faacbb0ed5cd7c41ee7af99772fee9585"
