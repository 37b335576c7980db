BEGIN TRANSACTION;
CREATE TABLE events (
        number INTEGER PRIMARY KEY,
        room INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        kind INTEGER NOT NULL,             -- an index into rows.KINDS
        ts INTEGER NOT NULL,
        author TEXT NOT NULL,
        person TEXT NOT NULL,
        id TEXT NOT NULL,
        target INTEGER NOT NULL,           -- of a message: what it answers; 0 for nothing
        text TEXT NOT NULL,                -- of a reaction: the emoji; of a message: the text as it is by now
        edited INTEGER,                    -- of a message, here and below: when
        edit INTEGER,                      -- the seq of the newest edit
        deleted INTEGER,
        reacted INTEGER                    -- there may be rows in `reactions`
    );
INSERT INTO "events" VALUES(1,1,1,0,1000,'Ann','ann','a1',0,'one, edited',3000,3,NULL,1);
INSERT INTO "events" VALUES(2,1,2,0,2000,'Bo','bo','b1',1,'',NULL,NULL,1,NULL);
INSERT INTO "events" VALUES(3,1,3,1,3000,'Ann','ann','a2',1,'one, edited',NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES(4,1,4,3,4000,'Bo','bo','b2',1,'👍',NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES(5,1,5,2,5000,'Ann','ann','a3',2,'',NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES(6,1,6,0,6000,'Guest','','',0,'明日',NULL,NULL,NULL,NULL);
INSERT INTO "events" VALUES(7,2,1,0,7000,'Ann','ann','a4',0,'tea',NULL,NULL,NULL,NULL);
CREATE TABLE ids (key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
INSERT INTO "ids" VALUES(-5036041521456076986,4);
INSERT INTO "ids" VALUES(-3789432424044000739,3);
INSERT INTO "ids" VALUES(-126639221697700490,2);
INSERT INTO "ids" VALUES(7148842457157489090,1);
CREATE TABLE notes (kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
INSERT INTO "notes" VALUES('ban','b1','{"id": "b1"}');
CREATE TABLE reactions (
        message INTEGER NOT NULL,          -- events.number
        reaction TEXT NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        number INTEGER NOT NULL,           -- events.number of the reaction itself
        PRIMARY KEY (message, reaction, person)
    ) WITHOUT ROWID;
INSERT INTO "reactions" VALUES(1,'👍','bo','Bo',4);
CREATE TABLE rooms (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT UNIQUE,
        owner TEXT NOT NULL,
        epoch TEXT NOT NULL,
        first INTEGER NOT NULL DEFAULT 1   -- the seq of the first event kept, or of the next one
    );
INSERT INTO "rooms" VALUES(1,'default','','e1',1);
INSERT INTO "rooms" VALUES(2,'tea','ann','e2',1);
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "state" VALUES('ids',4);
INSERT INTO "state" VALUES('indexed',0);
CREATE TABLE stays (person TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "stays" VALUES('ann','Ann','digest');
CREATE UNIQUE INDEX places ON events (room, seq);
INSERT INTO "sqlite_sequence" VALUES('rooms',2);
COMMIT;
PRAGMA application_id = 1128808788;
PRAGMA user_version = 2;
