"""The language both ends speak. Pure: no socket, clock, disk or screen."""
