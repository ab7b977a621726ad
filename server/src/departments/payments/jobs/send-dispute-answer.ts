/**
 * Sends what the shop says to a dispute. Looks before it acts: an answer that was sent by a life that ended before it could say so is not
 * sent again. Files go first, each under a key of its own, then all of it under the answer's; so that two of us at once send one.
 */
import { readFile } from 'node:fs/promises'
import { attachmentPath } from '../../../host/attachments/receive-upload.ts'
import { runCommand, system, type House } from '../../../host/context.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import type { PaymentProvider, ProviderAnswer } from '../domain/provider.ts'
import { findAnswer, type AnswerToSend } from '../queries/find-dispute.ts'
import { recordAnswerSent } from '../use-cases/answer-dispute.ts'
import { providerOf } from '../use-cases/provider-of.ts'

export const sendDisputeAnswer: JobDefinition = {
  kind: 'send-dispute-answer',
  run: async (house, job) => {
    const answer = job.ref === null ? undefined : await findAnswer(house.database, job.ref)
    if (!answer || answer.state !== 'wanted') return
    const refusedAs = await send(house, answer)
    await runCommand(house, { actor: system('send-dispute-answer') }, (ctx) => recordAnswerSent(ctx, answer, refusedAs))
  },
}

/** Null when the bank has it; the provider's word for no otherwise. Throws when nobody knows. */
async function send(house: House, answer: AnswerToSend): Promise<string | null> {
  const provider = await providerOf(house, answer.provider)
  if (!provider.ok) throw new Error(`no provider ${answer.provider} to answer dispute ${answer.id}`)
  const now = await provider.value.getDispute(answer.providerDisputeId)
  if (now.ok && now.value.answered && answer.kind === 'evidence') return null
  if (now.ok && now.value.state === 'lost' && answer.kind === 'acceptance') return null
  const sent = await say(house, provider.value, answer)
  return sent.ok ? null : sent.code
}

async function say(
  house: House,
  provider: PaymentProvider,
  { kind, answerId, providerDisputeId, texts, files }: AnswerToSend,
): Promise<ProviderAnswer<unknown>> {
  const key = `dispute:${answerId}`
  if (kind === 'acceptance') return provider.acceptDispute(providerDisputeId, key)
  const named: Record<string, string> = {}
  for (const { field, name, mediaType, sha256 } of files) {
    const content = await readFile(attachmentPath(String(house.ports?.filesFolder), sha256))
    const uploaded = await provider.uploadEvidence({ name, mediaType, content }, `${key}:${field}`)
    if (!uploaded.ok) return uploaded
    named[field] = uploaded.value
  }
  return provider.sendEvidence(providerDisputeId, { texts, files: named }, key)
}
