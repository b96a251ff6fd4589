"""The kliping command."""
