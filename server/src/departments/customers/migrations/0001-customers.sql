-- Customers: whoever ordered or registered, one row for each e-mail address.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE customers.customer (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('en', 'it', 'es', 'id')),
  phone text,
  -- Null for those who order as guests.
  password_hash text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX customer_email ON customers.customer (email);
CREATE INDEX customer_by_time ON customers.customer (created_at DESC, id DESC);
CREATE INDEX customer_search ON customers.customer USING gin (lower(name || ' ' || email) gin_trgm_ops);

-- Asked for, and not yet confirmed by the link in the mail: until then the address is nobody's proven own.
CREATE TABLE customers.registration (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  locale text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX registration_by_time ON customers.registration (created_at);
CREATE INDEX registration_by_email ON customers.registration (email);

CREATE TABLE customers.address (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers.customer (id),
  recipient text NOT NULL,
  company text,
  line1 text NOT NULL,
  line2 text,
  postal_code text NOT NULL,
  city text NOT NULL,
  region text,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  phone text,
  created_at timestamptz NOT NULL
);
CREATE INDEX address_by_customer ON customers.address (customer_id, created_at);

-- Objects whose every version is in the audit trail (verify A2).
CREATE VIEW customers.pub_watched AS
  SELECT 'customer'::text AS object_type, id::text AS object_id, version FROM customers.customer;
