-- Facts that wake a job only while somebody outside listens to them; where nobody does, a fact costs no work.
CREATE TABLE host.listened_fact (
  name text PRIMARY KEY,
  job text NOT NULL
);
-- Work that waits for strangers has a lane of its own (host/outbox/queue.ts).
CREATE INDEX job_ready_outward ON host.job (run_at, id) WHERE state = 'ready' AND kind = 'deliver-webhooks';
