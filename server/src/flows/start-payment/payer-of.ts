import { runCommand, system, type House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { listPayers, recordPayer, type PaymentProvider } from '../../departments/payments/index.ts'

/** Under what name the provider knows a customer; it is told of them, by our id alone, when something is to be kept for the first time. */
export async function payerOf(house: House, provider: PaymentProvider, customerId: string): Promise<string> {
  const known = (await listPayers(house.database, customerId)).find((payer) => payer.provider === provider.name)
  if (known) return known.providerRef
  const made = await provider.createCustomer(customerId, `payer:${customerId}`)
  if (!made.ok) throw new Outage('payments.provider_away', `the customer was refused: ${made.code}`)
  const payer = { provider: provider.name, customerId, providerRef: made.value }
  const recorded = await runCommand(house, { actor: system('start-payment') }, (ctx) => recordPayer(ctx, payer))
  return recorded.ok ? recorded.value : made.value
}
