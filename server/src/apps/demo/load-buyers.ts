import {
  addBuyers,
  addGroupMembers,
  createCompany,
  createGroup,
  listGroupChoices,
  setLabels,
  listCustomers,
} from '../../departments/customers/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { village } from './village.ts'

/** Who buys: a group by hand, one by rule, and a company with its buyer. Once, however often it is run. */
export async function loadBuyers(ctx: Context): Promise<Result<void>> {
  if ((await listGroupChoices(ctx.tx, 'en')).length > 0) return ok()
  const { customers } = village.people()
  const [first, second] = customers
  if (!first || !second) return ok()
  const trade = await createGroup(ctx, {
    code: 'trade',
    names: { en: 'Trade', it: 'Rivenditori', es: 'Mayoristas', id: 'Pedagang' },
    rule: null,
  })
  if (!trade.ok) return trade
  await ctx.tx.flush()
  const added = await addGroupMembers(ctx, { id: trade.value.id, emails: second.email })
  if (!added.ok) return added
  const regulars = await createGroup(ctx, {
    code: 'regulars',
    names: { en: 'Regulars', it: 'Clienti abituali', es: 'Clientes habituales', id: 'Pelanggan tetap' },
    rule: { ordersAtLeast: 3, withinDays: 365 },
  })
  if (!regulars.ok) return regulars
  const company = await createCompany(ctx, {
    legalName: 'Osteria al Ponte S.n.c.',
    country: 'IT',
    vatNumber: 'IT00743110157',
    vatCountry: 'IT',
    taxCode: null,
    street: 'Fondamenta della Misericordia 12',
    postcode: '30121',
    city: 'Venezia',
    region: 'VE',
  })
  if (!company.ok) return company
  await ctx.tx.flush()
  const buyers = await addBuyers(ctx, { id: company.value.id, emails: second.email })
  if (!buyers.ok) return buyers
  await ctx.tx.flush()
  const found = await listCustomers(ctx.tx, { search: first.email, limit: 1 })
  const [known] = found.ok ? found.value.items : []
  if (!known) return ok()
  const labelled = await setLabels(ctx, { customerId: known.id, labels: ['newsletter'] })
  return labelled.ok ? ok() : labelled
}
