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
