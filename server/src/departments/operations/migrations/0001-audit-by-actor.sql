-- The audit trail is searched by who acted, too.
CREATE INDEX audit_by_actor ON host.audit (actor_id, at DESC, id DESC);
CREATE INDEX job_by_state ON host.job (state, created_at DESC, id DESC);
CREATE INDEX mail_by_state ON host.mail (state, created_at DESC, id DESC);
