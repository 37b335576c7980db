"""Qt widgets over a session. No socket is seen from here."""
