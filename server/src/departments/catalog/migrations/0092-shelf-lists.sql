-- One index for each declared sort, filter and search of the lists of brands and collections (queries/brands-list.ts, collections-list.ts).
CREATE INDEX brand_by_name ON catalog.brand (lower(name), id);
CREATE INDEX brand_by_hidden ON catalog.brand (hidden, lower(name), id);
CREATE INDEX brand_by_maker ON catalog.brand (maker_id, lower(name), id);
CREATE INDEX brand_by_time ON catalog.brand (created_at, id);
CREATE INDEX brand_by_change ON catalog.brand (updated_at, id);
CREATE INDEX brand_by_words ON catalog.brand USING gin (lower(name) gin_trgm_ops);

CREATE INDEX collection_by_name_en ON catalog.collection (lower(names ->> 'en'), id);
CREATE INDEX collection_by_name_it ON catalog.collection (lower(coalesce(names ->> 'it', names ->> 'en')), id);
CREATE INDEX collection_by_name_es ON catalog.collection (lower(coalesce(names ->> 'es', names ->> 'en')), id);
CREATE INDEX collection_by_name_id ON catalog.collection (lower(coalesce(names ->> 'id', names ->> 'en')), id);
CREATE INDEX collection_by_hidden ON catalog.collection (hidden, updated_at, id);
CREATE INDEX collection_by_way ON catalog.collection ((CASE WHEN rule IS NULL THEN 'hand' ELSE 'rule' END), updated_at, id);
CREATE INDEX collection_by_members ON catalog.collection (members, id);
CREATE INDEX collection_by_begin ON catalog.collection (begins_at);
CREATE INDEX collection_by_end ON catalog.collection (ends_at);
CREATE INDEX collection_by_time ON catalog.collection (created_at, id);
CREATE INDEX collection_by_change ON catalog.collection (updated_at, id);
CREATE INDEX collection_by_words ON catalog.collection USING gin (lower(handle || ' ' || names::text) gin_trgm_ops);
