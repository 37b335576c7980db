"""A log knows its own size, whatever is done to it."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, OpenRoom
from chatapp.storage.memory_log import CHARACTER_SIZE, EVENT_SIZE, MemoryLog, size

KINDS = st.sampled_from(Kind)
TEXTS = st.sampled_from(["", "x", "明日", "longer than the others"])
DRAFTS = st.builds(
    Draft, KINDS, author=st.just("Ann"), person=st.just("ann"), message=TEXTS, id=TEXTS, target=st.integers(1, 5)
)


@given(st.lists(DRAFTS, max_size=20), st.integers(0, 8))
def test_its_size_is_that_of_its_events(drafts: list[Draft], count: int) -> None:
    log = MemoryLog(OpenRoom("tea", "", "e"))
    for number, draft in enumerate(drafts):
        log.append(Append("tea", draft), number)
    log.prune(min(count, len(log.entries)))
    assert log.size == sum(map(size, log.entries))
    assert len(log.numbers) == len(log.entries) == log.top - log.first + 1
    assert all(log.first <= seq <= log.top for seq in [*log.changes, *log.places.values()])


def test_an_event_takes_what_its_text_takes_and_something_beside() -> None:
    assert size(Append("tea", Draft(Kind.MESSAGE, "Ann", message="four"))) == EVENT_SIZE + 4
    assert size(Append("tea", Draft(Kind.MESSAGE, "Ann", message="明日"))) == EVENT_SIZE + 2 * CHARACTER_SIZE
