-- How far an order is on its way, from its parcels: what the list filters by. Null: nothing is sent, or it may not be sent yet.
ALTER TABLE orders.sales_order ADD COLUMN dispatch text CHECK (dispatch IN ('to_ship', 'partly', 'shipped', 'delivered'));
UPDATE orders.sales_order SET dispatch = 'to_ship' WHERE state = 'paid' AND delivery_method IS NOT NULL;
CREATE INDEX sales_order_by_dispatch ON orders.sales_order (dispatch, placed_at DESC, id DESC) WHERE dispatch IS NOT NULL;
