import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'

export function upsertDeliveryMethods(ctx: Context, methods: readonly DeliveryMethod[]): void {
  methods.forEach((method, position) => {
    ctx.tx.later(sql`
      INSERT INTO orders.delivery_method (code, names, descriptions, countries, prices, free_from, tax_category, min_days, max_days, position)
      VALUES (${method.code}, ${JSON.stringify(method.names)}, ${JSON.stringify(method.descriptions)}, ${method.countries},
        ${JSON.stringify(method.prices)}, ${JSON.stringify(method.freeFrom)}, ${method.taxCategory}, ${method.minDays},
        ${method.maxDays}, ${position})
      ON CONFLICT (code) DO UPDATE SET names = excluded.names, descriptions = excluded.descriptions,
        countries = excluded.countries, prices = excluded.prices, free_from = excluded.free_from,
        tax_category = excluded.tax_category, min_days = excluded.min_days, max_days = excluded.max_days,
        position = excluded.position, active = true`)
  })
}
