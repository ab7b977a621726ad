-- Records that keep a version, over all departments: each version has its row in the audit trail (verify A2).
CREATE VIEW verify.watched AS
  SELECT object_type, object_id, version FROM orders.pub_watched
  UNION ALL SELECT object_type, object_id, version FROM people.pub_watched
  UNION ALL SELECT object_type, object_id, version FROM customers.pub_watched
  UNION ALL SELECT object_type, object_id, version FROM catalog.pub_watched;
