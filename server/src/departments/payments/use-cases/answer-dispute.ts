import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideAnswer, type Dispute } from '../domain/dispute.ts'
import {
  EVIDENCE_TYPES,
  MOST_EVIDENCE_BYTES,
  tidyTexts,
  type EvidenceFile,
  type EvidenceTexts,
  type KeptFile,
} from '../domain/evidence.ts'
import { refusals } from '../domain/refusals.ts'
import { findDisputeAddress, type DisputeAddress } from '../queries/find-dispute.ts'
import { endAnswer, insertAnswer, loadDispute, setDisputeOwner } from '../store/disputes.ts'
import { lockPayment } from '../store/load-payments.ts'

export interface EvidenceToSend {
  readonly disputeId: string
  readonly texts: EvidenceTexts
  readonly files: readonly { readonly fileId: string; readonly field: EvidenceFile }[]
  /** Among those that lie on the dispute. */
  readonly findFile: FindFile
}

export type FindFile = (fileId: string) => Promise<FoundFile | undefined>

export interface FoundFile {
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
}

/** Keeps what the shop says to the bank, and has it sent: once. */
export async function sendEvidence(ctx: Context, wish: EvidenceToSend): Promise<Result<{ readonly answerId: string }>> {
  const held = await lockDispute(ctx, wish.disputeId)
  if (!held.ok) return held
  const texts = tidyTexts(wish.texts)
  const empty = Object.keys(texts).length === 0 && wish.files.length === 0
  const decided = decideAnswer(held.value, ctx.now, { empty })
  if (!decided.ok) return decided
  const files = await keptFiles(wish)
  if (!files.ok) return files
  return answer(ctx, held.value, { kind: 'evidence', texts, files: files.value })
}

/** The shop takes the loss: the money stays with the shopper. */
export async function acceptDispute(ctx: Context, disputeId: string): Promise<Result<{ readonly answerId: string }>> {
  const held = await lockDispute(ctx, disputeId)
  if (!held.ok) return held
  const decided = decideAnswer(held.value, ctx.now, null)
  return decided.ok ? answer(ctx, held.value, { kind: 'acceptance', texts: {}, files: [] }) : decided
}

/** Whoever takes care of it says so; it can be taken over. */
export async function takeDispute(ctx: Context, disputeId: string): Promise<Result<void>> {
  const held = await lockDispute(ctx, disputeId)
  if (!held.ok) return held
  const id = staffBehind(ctx.actor)
  if (id === undefined || !('name' in ctx.actor) || held.value.ownerId === id) return ok()
  setDisputeOwner(ctx, disputeId, { id, name: ctx.actor.name })
  ctx.audit({
    action: 'payments:take-dispute',
    objectType: 'dispute',
    objectId: disputeId,
    changes: [{ field: 'owner', before: held.value.ownerId, after: id }],
  })
  return ok()
}

async function lockDispute(ctx: Context, disputeId: string): Promise<Result<Dispute>> {
  const address = await findDisputeAddress(ctx.tx, disputeId)
  if (!address) return refusals.dispute_not_found()
  await lockPayment(ctx, address.paymentId)
  const dispute = await loadDispute(ctx, address)
  return dispute ? ok(dispute) : refusals.dispute_not_found()
}

function answer(
  ctx: Context,
  { id }: Dispute,
  said: {
    readonly kind: 'evidence' | 'acceptance'
    readonly texts: EvidenceTexts
    readonly files: readonly KeptFile[]
  },
): Result<{ readonly answerId: string }> {
  const answerId = ctx.newId()
  insertAnswer(ctx, { id: answerId, disputeId: id, ...said })
  ctx.enqueue({ kind: 'send-dispute-answer', ref: answerId, dedupKey: answerId })
  ctx.audit({
    action: said.kind === 'evidence' ? 'payments:send-evidence' : 'payments:accept-dispute',
    objectType: 'dispute',
    objectId: id,
    // Not what was written, nor in what files: they tell of a person.
    changes: said.files.length > 0 ? [{ field: 'files', after: said.files.length }] : [],
  })
  return ok({ answerId })
}

/** Files that lie on the dispute, each in one field of its own, of a kind and size that banks take. */
async function keptFiles({ files, findFile }: EvidenceToSend): Promise<Result<readonly KeptFile[]>> {
  const kept: KeptFile[] = []
  for (const [index, { fileId, field }] of files.entries()) {
    const at = { field: `files.${index}` }
    if (kept.some((one) => one.field === field)) return refusals.evidence_file_twice(at)
    const file = await findFile(fileId)
    if (!file || !EVIDENCE_TYPES.has(file.media_type) || file.bytes > MOST_EVIDENCE_BYTES) {
      return refusals.evidence_file({ ...at, params: { megabytes: MOST_EVIDENCE_BYTES / 1024 / 1024 } })
    }
    kept.push({ field, name: file.name, mediaType: file.media_type, sha256: file.sha256 })
  }
  return ok(kept)
}

/** What the provider said to it; how the dispute stands then is found by asking. */
export async function recordAnswerSent(
  ctx: Context,
  { answerId, provider, providerDisputeId }: DisputeAddress & { readonly answerId: string },
  refusedAs: string | null,
): Promise<Result<void>> {
  const state = refusedAs === null ? 'sent' : 'failed'
  await endAnswer(ctx, answerId, { state, code: refusedAs })
  ctx.enqueue({ kind: 'settle-dispute', payload: { provider, providerDisputeId } })
  return ok()
}
