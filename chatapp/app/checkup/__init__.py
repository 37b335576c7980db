"""Test my network: what keeps others from this computer's chat, or this computer from another's, in plain words.

Each check is a function that looks at one thing and gives values; nothing here knows the window.
"""
