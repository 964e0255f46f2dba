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
