"""What is inside a message: emoji, links. Pure: no socket, clock, disk or screen."""
