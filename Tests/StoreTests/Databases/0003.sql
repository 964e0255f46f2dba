-- A graph of ten events as schema V0003 left it.
PRAGMA foreign_keys = OFF;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('V0001__graph');
-- The graph: articles and what was read off them, and the events.
-- Days count from 1970-01-01. Months are year * 12 + month - 1. Scores are in tenths.
-- Offsets count Unicode scalars of the article's text.

-- 'KAWT': by this a file is known as a graph.
PRAGMA application_id = 1262573396;

-- ---- Words with numbers -------------------------------------------------------------------------

CREATE TABLE eventType (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  quadClass INTEGER NOT NULL CHECK (quadClass BETWEEN 0 AND 4)
) STRICT;

-- 0: an imported code that stands for no PLOVER type.
INSERT INTO eventType (id, name, quadClass) VALUES
  (0, 'NONE', 0),
  (1, 'AGREE', 1), (2, 'CONSULT', 1), (3, 'SUPPORT', 1), (4, 'CONCEDE', 1),
  (5, 'COOPERATE', 2), (6, 'AID', 2), (7, 'RETREAT', 2),
  (8, 'REQUEST', 3), (9, 'ACCUSE', 3), (10, 'REJECT', 3), (11, 'THREATEN', 3),
  (12, 'PROTEST', 4), (13, 'SANCTION', 4), (14, 'MOBILIZE', 4), (15, 'COERCE', 4),
  (16, 'ASSAULT', 4);

CREATE TABLE status (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- Reports of one class may be one event.
  statusClass INTEGER NOT NULL,
  className TEXT NOT NULL
) STRICT;

INSERT INTO status (id, name, statusClass, className) VALUES
  (0, 'happened', 0, 'actual'), (1, 'ongoing', 0, 'actual'),
  (2, 'planned', 1, 'intended'), (3, 'promised', 1, 'intended'),
  (4, 'alleged', 2, 'alleged'), (5, 'denied', 3, 'denied'),
  (6, 'hypothetical', 4, 'hypothetical');

-- What an event is, apart from who, to whom and when: one row for each combination that occurs.
CREATE TABLE kind (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES eventType (id),
  type INTEGER NOT NULL REFERENCES eventType (id),
  mode TEXT NOT NULL DEFAULT '',
  status INTEGER NOT NULL REFERENCES status (id),
  statusClass INTEGER NOT NULL CHECK (statusClass BETWEEN 0 AND 4),
  reciprocal INTEGER NOT NULL DEFAULT 0 CHECK (reciprocal IN (0, 1)),
  -- The conflict-cooperation score in tenths.
  score INTEGER NOT NULL CHECK (score BETWEEN -100 AND 100),
  -- The CAMEO code, or the code that an imported file gives.
  code TEXT NOT NULL DEFAULT '',
  UNIQUE (act, type, mode, status, reciprocal, score, code)
) STRICT;

CREATE TRIGGER kindIsFixed BEFORE UPDATE ON kind
BEGIN
  SELECT raise(ABORT, 'a kind of event is never changed: add another one');
END;

-- ---- Actors -------------------------------------------------------------------------------------

CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  -- A path, 'PRK/GOV/kim-jong-un'; what is below it lies between 'PRK/' and 'PRK0'.
  -- An actor that no dictionary knows has the key '?/' and its words.
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  code TEXT,
  sector TEXT NOT NULL DEFAULT '',
  slug TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('code', 'sector', 'named', 'text')),
  nameEn TEXT NOT NULL,
  nameId TEXT NOT NULL
) STRICT;

-- Names as they are looked up: small letters, no diacritics.
CREATE TABLE actorName (
  name TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (name, actor)
) STRICT, WITHOUT ROWID;

CREATE INDEX actorNameByActor ON actorName (actor);

-- ---- Articles -----------------------------------------------------------------------------------

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  -- The article's own identifier.
  key TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  url TEXT,
  published INTEGER,
  text TEXT NOT NULL,
  -- Digests of the article and of what was read off it, to tell a changed one from the same one.
  digest TEXT NOT NULL,
  codingDigest TEXT NOT NULL
) STRICT;

CREATE INDEX articleByPublisher ON article (publisher);
CREATE INDEX articleByURL ON article (url) WHERE url IS NOT NULL;

-- A sentence of an article, or the text that came with an imported row (no article).
CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  article INTEGER REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  text TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX sentenceByArticle ON sentence (article, number) WHERE article IS NOT NULL;

CREATE VIRTUAL TABLE sentenceIndex USING fts5 (
  text, content = 'sentence', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
);

CREATE TRIGGER sentenceInserted AFTER INSERT ON sentence
BEGIN
  INSERT INTO sentenceIndex (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER sentenceDeleted AFTER DELETE ON sentence
BEGIN
  INSERT INTO sentenceIndex (sentenceIndex, rowid, text) VALUES ('delete', old.id, old.text);
END;

CREATE TRIGGER sentenceUpdated AFTER UPDATE ON sentence
BEGIN
  INSERT INTO sentenceIndex (sentenceIndex, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO sentenceIndex (rowid, text) VALUES (new.id, new.text);
END;

-- One coded act in one sentence, with everything the coder said of it.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  -- 'article/sentence/number'.
  key TEXT NOT NULL UNIQUE,
  sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
  day INTEGER,
  dayIsFromText INTEGER NOT NULL CHECK (dayIsFromText IN (0, 1)),
  kind INTEGER NOT NULL REFERENCES kind (id),
  modes TEXT NOT NULL CHECK (json_valid(modes)),
  contexts TEXT NOT NULL CHECK (json_valid(contexts)),
  -- Who acts and to whom: [{"side", "key", "sectors", "name", "text", "start", "end"}].
  members TEXT NOT NULL CHECK (json_valid(members)),
  -- The words that name the act: [{"text", "start", "end"}].
  "trigger" TEXT NOT NULL CHECK (json_valid("trigger")),
  -- Keys of those whose claim it is.
  attributedTo TEXT NOT NULL CHECK (json_valid(attributedTo)),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL
) STRICT;

CREATE INDEX reportBySentence ON report (sentence);

-- ---- Events -------------------------------------------------------------------------------------

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actor (id),
  recipient INTEGER REFERENCES actor (id),
  day INTEGER CHECK (day BETWEEN -719468 AND 2932896),
  kind INTEGER NOT NULL REFERENCES kind (id),
  reports INTEGER NOT NULL DEFAULT 1 CHECK (reports >= 1),
  publishers INTEGER NOT NULL DEFAULT 1 CHECK (publishers >= 0),
  -- The best of its reports' estimates, in thousandths; nothing when it was imported without one.
  confidence INTEGER CHECK (confidence BETWEEN 0 AND 1000),
  -- The month of the day, after Neri and Schneider's calendar arithmetic.
  month INTEGER GENERATED ALWAYS AS (
    12 * (100 * ((4 * day + 2877875) / 146097)
      + (((((4 * day + 2877875) % 146097) | 3) * 2939745) >> 32))
    + ((2141 * ((((((4 * day + 2877875) % 146097) | 3) * 2939745) & 4294967295) / 11758980)
      + 197913) >> 16) - 1
  ) VIRTUAL
) STRICT;

CREATE INDEX eventByActor ON event (actor, day, recipient);
CREATE INDEX eventByRecipient ON event (recipient, day, actor);

-- The days that each 4,096 events lie within: what is read by time alone reads only some of them.
-- Archives come in the order of time, so an index by day would cost much and save little.
CREATE TABLE eventBlock (
  -- The events' numbers divided by 4,096.
  id INTEGER PRIMARY KEY,
  minDay INTEGER NOT NULL,
  maxDay INTEGER NOT NULL CHECK (maxDay >= minDay)
) STRICT;

-- Which reports an event rests on. A report with several members rests under several events.
CREATE TABLE eventReport (
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  PRIMARY KEY (event, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX eventReportByReport ON eventReport (report);

-- ---- Imported files -----------------------------------------------------------------------------

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  -- What has been read of it so far, unpacked: bytes, their digest, the digest of the first part.
  bytes INTEGER NOT NULL DEFAULT 0,
  digest TEXT NOT NULL DEFAULT '',
  head TEXT NOT NULL DEFAULT '',
  lines INTEGER NOT NULL DEFAULT 0,
  events INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1))
) STRICT;

-- The events from firstEvent to lastEvent stand on the lines firstLine, firstLine + step, ….
CREATE TABLE provenance (
  firstEvent INTEGER PRIMARY KEY,
  lastEvent INTEGER NOT NULL CHECK (lastEvent >= firstEvent),
  source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  firstLine INTEGER NOT NULL,
  step INTEGER NOT NULL DEFAULT 1 CHECK (step IN (0, 1))
) STRICT;

CREATE INDEX provenanceBySource ON provenance (source);

-- What an imported event was told by, when the file gives the words.
CREATE TABLE eventSentence (
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
  PRIMARY KEY (event, sentence)
) STRICT, WITHOUT ROWID;

CREATE INDEX eventSentenceBySentence ON eventSentence (sentence);

-- ---- Settings -----------------------------------------------------------------------------------

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO setting (name, value) VALUES ('grouping', 'on');
INSERT INTO grdb_migrations VALUES ('V0002__sums');
-- The sums kept of events, and the triggers that keep them right on every change of an event.
-- A bulk import takes the triggers away while it runs and computes the sums anew at its end.

-- Events of a dyad by act, class of status and month (0: no day).
-- A reciprocal event counts both ways. An event without a recipient is in no dyad.
CREATE TABLE dyadMonth (
  actor INTEGER NOT NULL,
  recipient INTEGER NOT NULL,
  act INTEGER NOT NULL,
  statusClass INTEGER NOT NULL,
  month INTEGER NOT NULL,
  events INTEGER NOT NULL,
  score INTEGER NOT NULL,
  PRIMARY KEY (actor, recipient, act, statusClass, month)
) STRICT, WITHOUT ROWID;

-- The same over all months, for dyads with two or more events of the act and class.
CREATE TABLE dyadTotal (
  actor INTEGER NOT NULL,
  recipient INTEGER NOT NULL,
  act INTEGER NOT NULL,
  statusClass INTEGER NOT NULL,
  events INTEGER NOT NULL,
  score INTEGER NOT NULL,
  PRIMARY KEY (actor, recipient, act, statusClass)
) STRICT, WITHOUT ROWID;

-- All events of a day: what a share is a share of.
CREATE TABLE dayTotal (
  day INTEGER PRIMARY KEY,
  events INTEGER NOT NULL,
  score INTEGER NOT NULL
) STRICT;

CREATE TRIGGER eventInserted AFTER INSERT ON event
BEGIN
  INSERT INTO dyadMonth (actor, recipient, act, statusClass, month, events, score)
    SELECT new.actor, new.recipient, act, statusClass, ifnull(new.month, 0), 1, score
    FROM kind WHERE id = new.kind AND new.recipient IS NOT NULL
    ON CONFLICT DO UPDATE SET events = events + 1, score = score + excluded.score;
  INSERT INTO dyadMonth (actor, recipient, act, statusClass, month, events, score)
    SELECT new.recipient, new.actor, act, statusClass, ifnull(new.month, 0), 1, score
    FROM kind WHERE id = new.kind AND reciprocal AND new.recipient <> new.actor
    ON CONFLICT DO UPDATE SET events = events + 1, score = score + excluded.score;
  INSERT INTO dayTotal (day, events, score)
    SELECT new.day, 1, score FROM kind WHERE id = new.kind AND new.day IS NOT NULL
    ON CONFLICT DO UPDATE SET events = events + 1, score = score + excluded.score;
  INSERT INTO eventBlock (id, minDay, maxDay)
    SELECT new.id / 4096, new.day, new.day WHERE new.day IS NOT NULL
    ON CONFLICT DO UPDATE SET
      minDay = min(minDay, excluded.minDay), maxDay = max(maxDay, excluded.maxDay);
END;

CREATE TRIGGER eventDeleted AFTER DELETE ON event
BEGIN
  UPDATE dyadMonth SET events = dyadMonth.events - 1, score = dyadMonth.score - k.score
    FROM kind AS k WHERE k.id = old.kind AND old.recipient IS NOT NULL
      AND dyadMonth.actor = old.actor AND dyadMonth.recipient = old.recipient
      AND dyadMonth.act = k.act AND dyadMonth.statusClass = k.statusClass
      AND dyadMonth.month = ifnull(old.month, 0);
  UPDATE dyadMonth SET events = dyadMonth.events - 1, score = dyadMonth.score - k.score
    FROM kind AS k WHERE k.id = old.kind AND k.reciprocal AND old.recipient <> old.actor
      AND dyadMonth.actor = old.recipient AND dyadMonth.recipient = old.actor
      AND dyadMonth.act = k.act AND dyadMonth.statusClass = k.statusClass
      AND dyadMonth.month = ifnull(old.month, 0);
  UPDATE dayTotal SET events = dayTotal.events - 1, score = dayTotal.score - k.score
    FROM kind AS k WHERE k.id = old.kind AND dayTotal.day = old.day;
  DELETE FROM dayTotal WHERE day = old.day AND events = 0;
END;

CREATE TRIGGER eventUpdated AFTER UPDATE OF actor, recipient, day, kind ON event
BEGIN
  UPDATE dyadMonth SET events = dyadMonth.events - 1, score = dyadMonth.score - k.score
    FROM kind AS k WHERE k.id = old.kind AND old.recipient IS NOT NULL
      AND dyadMonth.actor = old.actor AND dyadMonth.recipient = old.recipient
      AND dyadMonth.act = k.act AND dyadMonth.statusClass = k.statusClass
      AND dyadMonth.month = ifnull(old.month, 0);
  UPDATE dyadMonth SET events = dyadMonth.events - 1, score = dyadMonth.score - k.score
    FROM kind AS k WHERE k.id = old.kind AND k.reciprocal AND old.recipient <> old.actor
      AND dyadMonth.actor = old.recipient AND dyadMonth.recipient = old.actor
      AND dyadMonth.act = k.act AND dyadMonth.statusClass = k.statusClass
      AND dyadMonth.month = ifnull(old.month, 0);
  UPDATE dayTotal SET events = dayTotal.events - 1, score = dayTotal.score - k.score
    FROM kind AS k WHERE k.id = old.kind AND dayTotal.day = old.day;
  DELETE FROM dayTotal WHERE day = old.day AND events = 0;
  INSERT INTO dyadMonth (actor, recipient, act, statusClass, month, events, score)
    SELECT new.actor, new.recipient, act, statusClass, ifnull(new.month, 0), 1, score
    FROM kind WHERE id = new.kind AND new.recipient IS NOT NULL
    ON CONFLICT DO UPDATE SET events = events + 1, score = score + excluded.score;
  INSERT INTO dyadMonth (actor, recipient, act, statusClass, month, events, score)
    SELECT new.recipient, new.actor, act, statusClass, ifnull(new.month, 0), 1, score
    FROM kind WHERE id = new.kind AND reciprocal AND new.recipient <> new.actor
    ON CONFLICT DO UPDATE SET events = events + 1, score = score + excluded.score;
  INSERT INTO dayTotal (day, events, score)
    SELECT new.day, 1, score FROM kind WHERE id = new.kind AND new.day IS NOT NULL
    ON CONFLICT DO UPDATE SET events = events + 1, score = score + excluded.score;
  INSERT INTO eventBlock (id, minDay, maxDay)
    SELECT new.id / 4096, new.day, new.day WHERE new.day IS NOT NULL
    ON CONFLICT DO UPDATE SET
      minDay = min(minDay, excluded.minDay), maxDay = max(maxDay, excluded.maxDay);
END;

CREATE TRIGGER dyadMonthInserted AFTER INSERT ON dyadMonth
BEGIN
  INSERT INTO dyadTotal (actor, recipient, act, statusClass, events, score)
    SELECT actor, recipient, act, statusClass, sum(events), sum(score) FROM dyadMonth
    WHERE actor = new.actor AND recipient = new.recipient AND act = new.act
      AND statusClass = new.statusClass
    GROUP BY actor, recipient, act, statusClass HAVING sum(events) > 1
    ON CONFLICT DO UPDATE SET events = excluded.events, score = excluded.score;
END;

CREATE TRIGGER dyadMonthUpdated AFTER UPDATE OF events, score ON dyadMonth
BEGIN
  DELETE FROM dyadMonth
    WHERE actor = new.actor AND recipient = new.recipient AND act = new.act
      AND statusClass = new.statusClass AND month = new.month AND events = 0;
  DELETE FROM dyadTotal
    WHERE actor = new.actor AND recipient = new.recipient AND act = new.act
      AND statusClass = new.statusClass;
  INSERT INTO dyadTotal (actor, recipient, act, statusClass, events, score)
    SELECT actor, recipient, act, statusClass, sum(events), sum(score) FROM dyadMonth
    WHERE actor = new.actor AND recipient = new.recipient AND act = new.act
      AND statusClass = new.statusClass
    GROUP BY actor, recipient, act, statusClass HAVING sum(events) > 1;
END;
INSERT INTO grdb_migrations VALUES ('V0003__views');
-- What a person with the sqlite3 shell, R or pandas reads. Data/README.md describes the columns.

-- Events with names in place of numbers, one row an event.
CREATE VIEW triples AS
  SELECT
    e.id AS event, date(e.day * 86400, 'unixepoch') AS date,
    a.key AS actor, a.nameEn AS actorName, t.name AS act, r.key AS recipient,
    r.nameEn AS recipientName, y.name AS type, k.mode AS mode, s.name AS status,
    k.reciprocal AS reciprocal, k.score / 10.0 AS score, k.code AS code,
    e.reports AS reports, e.publishers AS publishers, e.confidence / 1000.0 AS confidence
  FROM event AS e
    CROSS JOIN kind AS k ON k.id = e.kind
    CROSS JOIN eventType AS t ON t.id = k.act
    CROSS JOIN eventType AS y ON y.id = k.type
    CROSS JOIN status AS s ON s.id = k.status
    CROSS JOIN actor AS a ON a.id = e.actor
    LEFT JOIN actor AS r ON r.id = e.recipient;

-- The sentences that events rest on, one row an event and sentence.
CREATE VIEW evidence AS
  SELECT
    x.event AS event, p.key AS report, c.key AS article, c.publisher AS publisher, c.url AS url,
    date(c.published * 86400, 'unixepoch') AS published, c.language AS language,
    n.number AS sentence, n.text AS text, n.start AS start, n."end" AS "end",
    p.members AS members, p."trigger" AS "trigger", p.attributedTo AS attributedTo,
    p.confidence AS confidence, p.rule AS rule
  FROM eventReport AS x
    CROSS JOIN report AS p ON p.id = x.report
    CROSS JOIN sentence AS n ON n.id = p.sentence
    LEFT JOIN article AS c ON c.id = n.article
  UNION ALL
  SELECT
    x.event, NULL, NULL, NULL, NULL, NULL, NULL, n.number, n.text, n.start, n."end",
    '[]', '[]', '[]', NULL, 'import'
  FROM eventSentence AS x
    CROSS JOIN sentence AS n ON n.id = x.sentence;

-- Counts and mean scores of ordered pairs by act and month; month is empty where no day is known.
CREATE VIEW dyad_month AS
  SELECT
    a.key AS actor, a.nameEn AS actorName, r.key AS recipient, r.nameEn AS recipientName,
    t.name AS act, s.className AS statusClass,
    CASE d.month WHEN 0 THEN NULL ELSE printf('%04d-%02d', d.month / 12, d.month % 12 + 1) END
      AS month,
    d.events AS events, d.score / 10.0 / d.events AS score
  FROM dyadMonth AS d
    CROSS JOIN eventType AS t ON t.id = d.act
    CROSS JOIN (SELECT DISTINCT statusClass, className FROM status) AS s
      ON s.statusClass = d.statusClass
    CROSS JOIN actor AS a ON a.id = d.actor
    CROSS JOIN actor AS r ON r.id = d.recipient;

-- Where imported events stand: the file and the line.
CREATE VIEW origin AS
  SELECT
    e.id AS event, s.name AS source, s.format AS format,
    p.firstLine + (e.id - p.firstEvent) * p.step AS line
  FROM event AS e
    JOIN provenance AS p ON p.firstEvent = (
      SELECT max(firstEvent) FROM provenance WHERE firstEvent <= e.id)
      AND e.id <= p.lastEvent
    JOIN source AS s ON s.id = p.source;
INSERT INTO kind VALUES (1,9,9,'allege',0,0,0,-35,'112'),(2,2,2,'',0,0,1,25,''),(3,0,0,'',0,0,0,0,'010');
INSERT INTO actor VALUES (1,'USA','USA','',NULL,'code','US','AS'),(2,'PRK','PRK','',NULL,'code','DPRK','Korut'),
  (3,'PRK/GOV/kim-jong-un','PRK','GOV','kim-jong-un','named','Kim Jong Un','Kim Jong Un'),
  (4,'?/Komite Lima',NULL,'',NULL,'text','Komite Lima','Komite Lima');
INSERT INTO actorName VALUES ('us',1),('as',1),('dprk',2),('korut',2),('kim jong un',3),('komite lima',4);
INSERT INTO article VALUES (1,'a1','en','A title','Bisnis',NULL,19892,'US accuses DPRK of shipping arms.','d1','c1');
INSERT INTO sentence VALUES (1,1,0,0,33,'US accuses DPRK of shipping arms.');
INSERT INTO report VALUES (1,'a1/0/0',1,19891,0,1,'["allege"]','["military"]',
  '[{"side":"actor","key":"USA","sectors":[],"name":"US","text":"US","start":0,"end":2},{"side":"recipient","key":"PRK","sectors":[],"name":"DPRK","text":"DPRK","start":11,"end":15}]',
  '[{"text":"accuses","start":3,"end":10}]','[]',0.75,'en/verb: accuse');
INSERT INTO event (id, actor, recipient, day, kind, reports, publishers, confidence) VALUES
  (1,1,2,19891,1,1,1,750),(2,1,2,19000,1,1,1,NULL),(3,2,1,19001,1,1,1,NULL),(4,1,3,19002,2,1,1,NULL),
  (5,3,4,19003,3,2,1,NULL),(6,4,NULL,19004,3,1,1,NULL),(7,1,2,NULL,1,1,1,NULL),(8,1,2,19031,1,1,1,NULL),
  (9,2,4,18000,1,1,1,NULL),(10,2,2,18001,1,1,1,NULL);
INSERT INTO eventReport VALUES (1,1);
INSERT INTO source VALUES (1,'events.tsv','tsv',400,'0','0',10,9,0,1);
INSERT INTO provenance VALUES (2,10,1,2,1);
