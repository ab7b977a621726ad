import { runCommand, system, type House } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { defaultLocale } from '../../../host/i18n/locales.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { askAboutLate } from '../use-cases/ask-about-late.ts'
import { askToExplain, type Words } from '../use-cases/ask-to-explain.ts'
import { askAboutStray } from '../use-cases/record-stray.ts'

/** To-dos are read by whoever takes them, so they are written in the house's own language. */
const wordsOf = ({ translations }: House): Words => ({
  translate: translations.for(defaultLocale),
  formatMoney: (amount) => formatMoney(amount, defaultLocale),
})

export const askToExplainJob: JobDefinition = {
  kind: 'ask-to-explain',
  run: async (house, job) => {
    const payoutId = job.ref ?? ''
    await runCommand(house, { actor: system('ask-to-explain') }, (ctx) => askToExplain(ctx, payoutId, wordsOf(house)))
  },
}

export const askAboutStrayJob: JobDefinition = {
  kind: 'ask-about-stray',
  run: async (house, job) => {
    const { provider, providerPaymentId } = job.payload
    if (typeof provider !== 'string' || typeof providerPaymentId !== 'string') return
    const named = { provider, providerPaymentId }
    await runCommand(house, { actor: system('ask-about-stray') }, (ctx) => askAboutStray(ctx, named, wordsOf(house)))
  },
}

/** Daily, before people begin; and behind each payout, since it may bring what was asked about. */
export const askAboutLateJob: JobDefinition = {
  kind: 'ask-about-late',
  schedule: '40 5 * * *',
  run: async (house) => {
    await runCommand(house, { actor: system('ask-about-late') }, (ctx) => askAboutLate(ctx, wordsOf(house)))
  },
}
