-- Messages about one subject reach an address in the order of their facts: one waits while an earlier one of its subject does.
ALTER TABLE operations.webhook_delivery ADD COLUMN subject text;
COMMENT ON COLUMN operations.webhook_delivery.subject IS 'Kind and id of what the fact is about; null of a test, which waits for nobody';
UPDATE operations.webhook_delivery d SET subject = e.ref_kind || ' ' || e.ref_id FROM host.event e WHERE e.id = d.event_id AND d.state = 'waiting';
CREATE INDEX webhook_delivery_in_turn ON operations.webhook_delivery (webhook_id, subject, event_id) WHERE state = 'waiting';

-- Those whose turn it is, be they due or not.
CREATE VIEW operations.webhook_turn AS
  SELECT d.id, d.webhook_id, d.event_id, d.body, d.tries, d.due_at FROM operations.webhook_delivery d
  WHERE d.state = 'waiting' AND NOT EXISTS (
    SELECT 1 FROM operations.webhook_delivery e
    WHERE e.webhook_id = d.webhook_id AND e.subject = d.subject AND e.state = 'waiting' AND e.event_id < d.event_id);

-- What waits for its turn is due at no time of its own.
CREATE OR REPLACE VIEW verify.webhook_out AS
  SELECT d.id::text AS id, d.webhook_id::text AS webhook, d.event_id::text AS event_id, d.state, d.attempts,
    (SELECT count(*) FROM operations.webhook_attempt a WHERE a.delivery_id = d.id)::integer AS attempts_kept,
    CASE WHEN d.state <> 'waiting' OR EXISTS (SELECT 1 FROM operations.webhook_turn t WHERE t.id = d.id) THEN d.due_at END AS due_at,
    EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = d.webhook_id) AS paused
  FROM operations.webhook_delivery d;
