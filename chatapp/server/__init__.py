"""The asyncio shell around `chatapp.rooms`."""
