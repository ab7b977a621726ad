-- Which organisations this server serves, under which names. Knows nothing of what they do.
CREATE TABLE registry.organisation (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{0,29}$'),
  name text NOT NULL,
  database_name text NOT NULL UNIQUE,
  demo boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE registry.host_name (
  name text PRIMARY KEY CHECK (name = lower(name)),
  organisation_id uuid NOT NULL REFERENCES registry.organisation (id) ON DELETE CASCADE
);
CREATE INDEX host_name_by_organisation ON registry.host_name (organisation_id);

-- The running program looks names up; only the owner's commands change them.
GRANT USAGE ON SCHEMA registry, host TO fondaco_app;
GRANT SELECT ON registry.organisation, registry.host_name, host.migration TO fondaco_app;
