-- One index for each declared sort and filter of the list of entries (queries/entries-list.ts).
CREATE INDEX entry_by_effective_day ON ledger.entry (effective_on, id);
CREATE INDEX entry_by_kind ON ledger.entry (kind, recorded_at DESC, id DESC);
