"""Chatapp: rooms for people who share a network. The package's map is in the README, *Where do I go?*."""

__version__ = "0.1.0"
