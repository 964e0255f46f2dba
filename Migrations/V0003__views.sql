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
