"""Keys, certificates, pins and secrets: what makes an address a host that one knows."""
