"""The asyncio shell around `chatapp.session`."""
