/**
 * What customers removed, or who was forgotten, goes at the provider too. A provider that is away is asked again by the house's own retries; what
 * it does not know any more is gone already.
 */
import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import type { ProviderAnswer } from '../domain/provider.ts'
import { findMethodToForget, listPayers } from '../queries/saved-methods.ts'
import { providerOf } from '../use-cases/provider-of.ts'
import { recordForgotten, recordPayerForgotten } from '../use-cases/saved-methods.ts'

export const forgetMethodJob: JobDefinition = {
  kind: 'forget-method',
  run: async (house, job) => {
    const id = job.ref ?? ''
    const method = await findMethodToForget(house.database, id)
    if (!method) return
    const provider = await mustHave(house, method.provider)
    must(await provider.forgetMethod(method.providerRef, `forget:${id}`))
    await runCommand(house, { actor: system('forget-method') }, (ctx) => recordForgotten(ctx, id))
  },
}

export const forgetPayerJob: JobDefinition = {
  kind: 'forget-payer',
  run: async (house, job) => {
    const customerId = job.ref ?? ''
    for (const payer of await listPayers(house.database, customerId)) {
      const provider = await mustHave(house, payer.provider)
      must(await provider.forgetCustomer(payer.providerRef, `forget:${payer.providerRef}`))
      await runCommand(house, { actor: system('forget-payer') }, (ctx) =>
        recordPayerForgotten(ctx, payer.provider, customerId),
      )
    }
  },
}

async function mustHave(house: House, name: string) {
  const provider = await providerOf(house, name)
  if (!provider.ok) throw new Error(`no provider ${name} to forget what it keeps`)
  return provider.value
}

function must(answer: ProviderAnswer<void>): void {
  if (!answer.ok) throw new Error(`the provider would not forget: ${answer.code}`)
}
