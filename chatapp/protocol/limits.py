"""Every number of the protocol and of the promises around it, once.

Times are seconds, sizes are bytes where a name says nothing else. `chatapp serve --help` names those that a host can
change.
"""

from typing import Final

PORT: Final = 20200
NEXT_PORTS: Final = range(PORT + 1, PORT + 10)
"""offered by Host when the first choice is taken"""

# What may be sent
FRAME: Final = 64 * 1024
MESSAGE: Final = 4_000
"""code points of one message"""
USERNAME: Final = 32
"""code points"""
ROOM_NAME: Final = 64
"""code points"""
ROOMS: Final = 500
"""rooms of one server beside `default`"""

# Who may connect
CONNECTIONS: Final = 500
CONNECTIONS_PER_ADDRESS: Final = 64
TURNED_AWAY: Final = 32
"""connections over the limit that are heard out to be told so; any more are cut at once"""
FIRST_BYTE: Final = 5.0
HANDSHAKE: Final = 10.0
IDENTIFY: Final = 15.0
CLOSE: Final = 5.0
"""how long the other end may take to answer a close"""
STOP: Final = 4.0
"""the same where a server stops, which is to be over within `CLOSE`"""

# Who is let in
SECRET: Final = 256
"""characters of a password, or of an invite's or a server's secret"""
SEALED: Final = 8
"""characters of a password that seals a file, at least: whoever has the file may try as many as they like"""
TRIES: Final = 3
"""wrong secrets from one address within STRIKE_WINDOW; after that none is looked at"""
NAME_RESERVED: Final = 90 * 24 * 60 * 60.0
"""how long a proven name waits for its key"""
INVITE_LASTS: Final = 7 * 24 * 60 * 60.0
"""until an invite expires, unless its maker says otherwise"""
ADDRESSES: Final = 16
"""of one invite; a link is nobody's means to have others knock at as many doors as it has room for"""
INVITES: Final = 200
"""of one server, revoked and expired ones aside"""
BANS: Final = 1_000
NAMES: Final = 10_000
"""names that are reserved at once; one more, and the one longest unused goes, of those first whose key was here on one
day alone"""
ACTS: Final = 1_000
"""of a host, that are remembered"""
ACTS_PAGE: Final = 50
SERVER_NAME: Final = 64
"""code points"""
LABEL: Final = 64
"""code points of what an invite is called"""
WHY: Final = 200
"""code points of why somebody is sent away"""
SLOW_MOST: Final = 3_600
"""seconds between two messages in a slow room, at most"""

# How long silence is taken for life
PING_AFTER: Final = 20.0
PONG_WITHIN: Final = 15.0
CLAIM_PONG_WITHIN: Final = 4.0
"""for the holder of a name that somebody else asks for"""

# How fast a connection may talk: (burst, a second)
MESSAGE_RATE: Final = (10.0, 2.0)
REQUEST_RATE: Final = (20.0, 5.0)
CREATE_RATE: Final = (5.0, 5.0 / 60.0)
PART_RATE: Final = (2_000.0, 100.0)
"""frames that are no whole message: pings, pongs, parts of messages. Above it the connection is closed with 1008"""
STRIKE_WINDOW: Final = 60.0
BAD_REQUESTS: Final = 10
"""within the window, then the connection is closed with 1008"""
RATE_REFUSALS: Final = 60
"""within the window, then the connection is closed with 1008"""

# How much may wait
OUTBOX: Final = 1024 * 1024
"""unsent bytes of one connection, over which it is dropped"""
READ_AHEAD: Final = 256 * 1024
"""bytes taken from one connection before the others have their turn"""

# Room lists
LIST_INTERVAL: Final = 0.25
"""between two room lists to one connection, at least"""
LIST_BUDGET: Final = 4 * 1024 * 1024
"""bytes a second that room lists may cost a server; above it the interval grows"""

# The client
RETRY_FIRST: Final = 1.0
RETRY_GROWTH: Final = 1.6
RETRY_MOST: Final = 30.0
CONNECT: Final = 10.0
ANSWER: Final = 10.0
"""how long a request may stay unanswered before its sender is told"""
RETRY_STEADY: Final = 10.0
"""how long a connection has to last for the waiting times to start over"""
TLS_ALONE: Final = 1.5
"""how long a server that may be an old one has to answer in TLS, before it is tried unencrypted beside that"""
NEXT_ADDRESS: Final = 0.5
"""before the next address of an invite is tried beside those that have not answered"""
WOKEN: Final = 10.0
"""a gap between two looks at the clock that means that the computer slept"""
WOKEN_PONG_WITHIN: Final = 3.0
REPLIES: Final = 4 * 1024 * 1024
"""of one frame from a server: a list of many rooms is long"""
ROOMS_SHOWN: Final = 5_000
"""of a server that lists more"""
MESSAGE_SHOWN: Final = 64 * 1024
"""code points of one message from a server that allows longer ones than ours"""
TIMELINE: Final = 25_000
"""rows of one room that a client keeps of a server that has the rest"""
PEOPLE_MET: Final = 5_000
"""people whose keys a client knows again; whoever was not met for longest is forgotten"""
DRAIN: Final = 5.0
"""how long somebody who leaves waits for what they said to be safe"""
NAME_HELD: Final = 60.0
"""how long a client that comes back waits for its own name to be given free"""
NAME_RETRY: Final = 2.0
"""between two claims of it"""

# History
PAGE: Final = 100
"""events of one page, at most"""
PAGE_BYTES: Final = 48 * 1024
"""of it, about: as many pages as may be asked for at once wait for a slow line without cutting it (`OUTBOX`)"""
RESULTS: Final = 50
"""hits of one page of a search, at most"""
QUERY: Final = 200
"""code points of a search"""
ID: Final = 64
"""code points of a client's own id or `ref`"""
REACTION: Final = 32
"""code points of one emoji, at most"""
REACTIONS: Final = 20
"""different ones on one message"""
REACTED: Final = 1_000
"""reactions to one message, by all people together"""
RESUME: Final = 120.0
"""how long a name and rights wait for who lost the connection"""
STAYS: Final = 1_000
"""people who are waited for at the same time; one more, and the first of them is given up who owns no room. More than
`ROOMS`, so that whoever owns one is never crowded out"""
EPOCH: Final = 8
"""characters that name a log's incarnation: they stand in every frame of it, and tell a few of them apart"""
COMMIT_EVENTS: Final = 256
"""of one commit, at most"""
TYPING: Final = 6.0
"""how long somebody counts as typing"""
TYPING_PAUSE: Final = 3.0
"""between two notes of it from one person in one room, at least"""
WAITING: Final = 8_192
"""effects behind a write that is under way; above it requests are refused until the disk has caught up"""
READS: Final = 256
"""pages under way, and as many searches; above it they are refused"""
SEARCHES: Final = 4
"""of them, those of one connection"""
