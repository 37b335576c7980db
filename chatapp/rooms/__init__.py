"""The server's mind: rooms, members, rights and rates. Pure: no socket, clock, disk or screen."""
