"""What a host decides about a server, in one value."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from chatapp.protocol import limits
from chatapp.storage.base import Retention


class ServerConfig(Struct, frozen=True):
    """`host` is an address or name to listen on, empty for every interface; `port` 0 takes any free one."""

    host: str = ""
    port: int = limits.PORT
    data_dir: Path | None = None
    """where the server keeps its log and what was said; None: nothing is written"""
    history: Literal["memory", "durable"] = "memory"
    """durable takes a `data_dir`, which nobody else uses meanwhile"""
    retention: Retention = Retention()
    """how much of a durable history is kept"""
    rate_limits: bool = True
    max_connections: int = limits.CONNECTIONS
    max_connections_per_address: int = limits.CONNECTIONS_PER_ADDRESS
    log_level: str = "info"
    name: str | None = None
    """of the server; None here and below: as it was kept"""
    password: str | None = None
    """empty takes it away"""
    locked: bool | None = None
    invite_only: bool | None = None
    plain: bool | None = None
    """unencrypted connections from other computers are taken"""
    people: int | None = None
    """how many may be connected at once, below `max_connections`"""
    hosted_by: str = ""
    """the person who hosts; empty where nobody in particular does"""
