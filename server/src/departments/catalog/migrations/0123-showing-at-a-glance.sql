-- Of every product of a page somebody asks whether it is shown: answered from the index alone, also while the table is so small that its
-- one page would be read from end to end for each.
CREATE UNIQUE INDEX showing_at_a_glance ON catalog.showing (product_id) INCLUDE (elsewhere);
