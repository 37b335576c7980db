"""What a host decides about a server, in one value."""

from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from chatapp.protocol import limits
from chatapp.storage.base import Retention


class ServerConfig(Struct, frozen=True):
    """`host` is an address or name to listen on, empty for every interface; `port` 0 takes any free one."""

    host: str = ""
    port: int = limits.PORT
    data_dir: Path | None = None
    """where the server keeps its key, its log and what was said; None: nothing is written, and the key is for this run
    alone"""
    tls: bool = True
    """speak TLS with whoever begins so; False: plain is all there is"""
    history: Literal["memory", "durable"] = "memory"
    """durable takes a `data_dir`, which nobody else uses meanwhile"""
    retention: Retention = Retention()
    """how much of a durable history is kept"""
    rate_limits: bool = True
    max_connections: int = limits.CONNECTIONS
    max_connections_per_address: int = limits.CONNECTIONS_PER_ADDRESS
    log_level: str = "info"
    log_format: Literal["text", "json"] = "text"
    hosted_by: str = ""
    """the person who hosts; empty where nobody in particular does"""
    name: str = ""
    """what the server calls itself; empty: as it was kept"""
    password: str | None = None
    """lets in; None: as it was kept"""
    locked: bool | None = None
    """nobody new is let in; None: as it was kept"""
    invite_only: bool | None = None
    """only who has an invite or the password is let in; None: as it was kept"""
    plain: bool | None = None
    """connections that are not encrypted are let in from other computers; None: as it was kept"""
    people: int | None = None
    """how many may be connected at once, at most `max_connections`; None: as it was kept"""
    announce: bool = True
    """the network around is told of it"""
    health_host: str = "127.0.0.1"
    health_port: int | None = None
    """where its health and figures are told of; 0 takes any free one; None: nowhere"""

    def __repr__(self) -> str:
        """Without the password: it may come into a log."""
        told = asdict(replace(self, password="***") if self.password else self)  # noqa: S106  # it is none
        return f"ServerConfig({', '.join(f'{name}={value!r}' for name, value in told.items())})"

    def __post_init__(self) -> None:
        """Raises ValueError with a sentence."""
        if self.history == "durable" and self.data_dir is None:
            raise ValueError("A history that outlives the server needs a folder.")
        if len(self.name) > limits.SERVER_NAME or not self.name.isprintable():
            raise ValueError(f"The name of a server has at most {limits.SERVER_NAME} characters, on one line.")
        if self.password is not None and not 0 < len(self.password) <= limits.SECRET:
            raise ValueError(f"A password has 1 to {limits.SECRET} characters.")
