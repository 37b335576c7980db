"""A host's key in front of a person: the host's own visit, an invite, and somebody else where a host was before."""

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtWidgets import QAbstractButton

from chatapp.gui.plain import isolated
from chatapp.protocol.invite import Address, Invite
from chatapp.security.certificates import HostKey
from chatapp.session.ground import Trust
from chatapp.session.known import KnownHost

NewPerson = Callable[[str], Awaitable[Any]]


def ground(person: Any) -> Any:
    return person.chat.bridge.session.ground


async def test_who_hosts_and_who_is_invited_know_the_key(person: NewPerson) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    pin = ground(ann).pin
    assert ground(ann).trust is Trust.VERIFIED
    host, _, port = address.rpartition(":")
    await bo.join(Invite((Address(host, int(port)),), pin=pin).link)
    assert (ground(bo).trust, ground(bo).pin) == (Trust.VERIFIED, pin)
    assert ground(bo).nonce != ground(ann).nonce


async def test_another_host_than_before_is_joined_only_by_who_forgets_the_one_before(
    person: NewPerson, until: Callable[..., Awaitable[None]]
) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    bo.notebook.hosts.keep_host(address, KnownHost(HostKey.make().pin))
    bo.press("Join a chat")
    bo.type("Server address", address)
    bo.press("Join")
    await until(lambda: "somebody who pretends to be that host" in bo.window.welcome.join.address.error)
    assert ann.window.hosting.status.text == f"Hosting on {address} · 1 person"
    assert bo.settings.servers == [address]
    remove = f"Remove {isolated(address)} from this list"
    await until(lambda: bo.sees(QAbstractButton, remove))
    bo.press(remove)
    assert bo.notebook.hosts.host_at(address) is None
    bo.press("Join")
    await until(lambda: bo.online and bo.chat.desk.front is not None)
    assert ground(bo).pin == ground(ann).pin


async def test_an_invite_to_another_host_than_before_is_followed_and_told_of(person: NewPerson) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    bo.notebook.hosts.keep_host(address, KnownHost(HostKey.make().pin, verified=True))
    host, _, port = address.rpartition(":")
    await bo.join(Invite((Address(host, int(port)),), pin=ground(ann).pin).link)
    assert ground(bo).trust is Trust.VERIFIED
    assert bo.chat.notice.text.startswith("Another host was here before.")
