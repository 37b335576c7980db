"""What is said in the pictures: a week in a shared house, written as a server would have kept it."""

from datetime import datetime, time, timedelta
from pathlib import Path

from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, OpenRoom
from chatapp.storage.opening import open_storage

ME = "Ann"
FRIENDS = ("Bo", "Chloé", "Dilan", "Farid", "ليلى", "Mrs. Abernathy-Fotheringham", "Νίκος")
ROOMS = ("homework", "music", "kitchen", "lan-party", "reading circle on Thursdays, upstairs", "مطبخ", "lost and found")

_CODE = """This is all it takes:
```
async with connect(url) as server:
    await server.send(greeting)
```
then `python3 robot.py`, and it answers."""


class Log:
    """One room's, as it comes about."""

    def __init__(self, room: str) -> None:
        self.room = room
        self.writes: list[Append] = []
        self._seq = 0

    def add(self, at: datetime, draft: Draft) -> int:
        self._seq += 1
        self.writes.append(Append(self.room, draft, round(at.timestamp() * 1_000)))
        return self._seq

    def say(self, at: datetime, who: str, text: str, reply_to: int = 0) -> int:
        return self.add(at, Draft(Kind.MESSAGE, who, person=who, message=text, reply_to=reply_to))

    def react(self, at: datetime, seq: int, emoji: str, *who: str) -> None:
        for each in who:
            self.add(at, Draft(Kind.REACT, each, person=each, target=seq, reaction=emoji))

    def edit(self, at: datetime, seq: int, who: str, text: str) -> None:
        self.add(at, Draft(Kind.EDIT, who, person=who, target=seq, message=text))


def _homework(today: datetime) -> Log:
    log = Log("homework")
    before = today - timedelta(days=1)
    log.say(before.replace(hour=17, minute=2), "Bo", "Who has page 12?")
    page = log.say(before.replace(hour=17, minute=3), "Chloé", "I do: https://example.org/physics/page-12.pdf")
    log.react(before.replace(hour=17, minute=4), page, "❤️", "Bo", "Dilan")
    log.react(before.replace(hour=17, minute=4), page, "🙏", "Farid")
    log.say(before.replace(hour=17, minute=9), "Bo", "Thank you, that saves my evening", page)
    log.say(before.replace(hour=17, minute=10), "Bo", "🎉")
    log.say(today.replace(hour=9, minute=38), "Dilan", "Morning! Is the test **tomorrow** or on *Thursday*?")
    log.say(
        today.replace(hour=9, minute=39), "Mrs. Abernathy-Fotheringham", "Thursday. Chapters 3 to 5, and bring a ruler."
    )
    log.say(today.replace(hour=9, minute=41), "Farid", _CODE)
    wrong = log.say(today.replace(hour=9, minute=44), "Dilan", "> bring a ruler\nWould a set sqare do?")
    log.edit(today.replace(hour=9, minute=45), wrong, "Dilan", "> bring a ruler\nWould a set square do?")
    log.say(today.replace(hour=9, minute=46), ME, "It would. I have a spare one")
    log.say(today.replace(hour=9, minute=47), "ليلى", "شكرًا جزيلًا! أراكم يوم الخميس في الساعة 10:30.")
    question = log.say(today.replace(hour=9, minute=52), "Bo", "@Ann can you open the room at eight?")
    log.react(today.replace(hour=9, minute=53), question, "👍", ME, "Dilan", "Chloé")
    log.say(today.replace(hour=9, minute=53), ME, "Yes, eight it is", question)
    log.say(today.replace(hour=9, minute=54), "Νίκος", "Ευχαριστώ 😊 see you there")
    return log


def _lobby(today: datetime) -> Log:
    log = Log("default")
    log.say(today.replace(hour=8, minute=12), "Chloé", "Good morning, everyone ☀️")
    log.say(today.replace(hour=8, minute=15), "Farid", "Coffee is ready in the kitchen")
    log.say(today.replace(hour=8, minute=16), "Bo", "👍👍")
    return log


def _others(today: datetime) -> list[Log]:
    said = {
        "music": ("Dilan", "New mix for tonight: https://example.org/mix"),
        "kitchen": ("Chloé", "Who ate the last of the bread?"),
        "lan-party": ("Farid", "Bring long cables. Doors open at six."),
        "reading circle on Thursdays, upstairs": ("Νίκος", "We are at chapter four."),
        "مطبخ": ("ليلى", "من سيطبخ الليلة؟"),
        "lost and found": ("Bo", "One glove, left, blue."),
    }
    logs = []
    for number, (room, (who, text)) in enumerate(said.items()):
        log = Log(room)
        log.say(today.replace(hour=9, minute=number), who, text)
        logs.append(log)
    return logs


def write(folder: Path, today: datetime) -> None:
    """The histories of all rooms, as of a morning."""
    morning = datetime.combine(today.date(), time(9, 0), today.tzinfo)
    folder.mkdir(parents=True)
    storage = open_storage(folder)
    storage.load()
    storage.commit([OpenRoom(room, "", f"epoch of {room}") for room in ("default", *ROOMS)])
    for log in (_lobby(morning), _homework(morning), *_others(morning)):
        storage.commit(log.writes)
    storage.close()
