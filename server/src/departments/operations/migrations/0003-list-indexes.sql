-- Mails are searched by recipient and subject.
CREATE INDEX mail_search ON host.mail USING gin (lower(recipient || ' ' || subject) gin_trgm_ops);
