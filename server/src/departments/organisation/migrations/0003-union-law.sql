-- A market that sells in the Union and the EEA alone keeps to the Union's law, also where it was put as its country's own.
UPDATE organisation.market SET law_pack = 'eu'
WHERE law_pack = lower(countries[1]) AND cardinality(countries) > 0
  AND countries <@ ARRAY['AT','BE','BG','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HR','HU','IE','IS','IT','LI','LT','LU','LV','MT',
    'NL','NO','PL','PT','RO','SE','SI','SK'];
