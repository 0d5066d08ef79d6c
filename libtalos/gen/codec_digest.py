"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "5399f6e1ea66bc0529a9621a0c3e998ec39542e3b95b5441f9ef15d85c44155b"
