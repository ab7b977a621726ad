-- Long work that a person started and watches; worked off as a job of the kind run-task.
CREATE TABLE host.task (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  title_key text NOT NULL,
  title_params jsonb NOT NULL,
  staff_id uuid NOT NULL,
  request_id text,
  -- What the work needs to begin again; dropped when it has ended for good.
  input jsonb,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done_count integer NOT NULL DEFAULT 0 CHECK (done_count >= 0),
  total_count integer CHECK (total_count >= 0),
  result jsonb,
  problem jsonb,
  cancel_asked_at timestamptz,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  heartbeat_at timestamptz,
  -- Each claim raises it, and a run writes only under its own: one that lost its lease has nothing to say any more.
  attempt integer NOT NULL DEFAULT 0,
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled')))
);
CREATE INDEX task_by_staff ON host.task (staff_id, created_at DESC, id DESC);
CREATE INDEX task_changed ON host.task (staff_id, changed_at);
CREATE INDEX task_finished ON host.task (finished_at) WHERE finished_at IS NOT NULL;
-- Long work has a lane of its own in the queue; its look-up must not wade through a backlog of other jobs.
CREATE INDEX job_ready_task ON host.job (run_at, id) WHERE state = 'ready' AND kind = 'run-task';

-- Files on records. The bytes lie on disk under their hash; a removal is a row, and takes nothing off the disk.
CREATE TABLE host.attachment (
  id uuid PRIMARY KEY,
  object_type text NOT NULL,
  object_id text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  staff_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX attachment_by_object ON host.attachment (object_type, object_id, at);
CREATE TABLE host.attachment_removal (
  attachment_id uuid PRIMARY KEY REFERENCES host.attachment (id),
  staff_id uuid NOT NULL,
  at timestamptz NOT NULL
);
INSERT INTO host.final_table (name) VALUES ('host.attachment'), ('host.attachment_removal');
