"""The client's mind: what one person sees and has said. Pure: no socket, clock, disk or screen."""
