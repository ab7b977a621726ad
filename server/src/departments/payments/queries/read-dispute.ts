import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { MoneyJson } from '../../../kernel/money.ts'
import type { EvidenceTexts, KeptFile } from '../domain/evidence.ts'
import { refusals } from '../domain/refusals.ts'
import { disputeSelect, presentDispute, type DisputeRow } from './disputes-list.ts'

type MinorUnits = MoneyJson['amount']

interface Row extends DisputeRow {
  readonly payment_id: string
  readonly provider: string
  readonly withdrawn: bigint
  readonly written_off: bigint
  readonly fee: bigint
  readonly held_currency: string
  readonly ended_at: Date | null
  readonly owner_id: string | null
  readonly version: number
  readonly movements: readonly { ref: string; amount: MinorUnits; fee: MinorUnits; currency: string; at: string }[]
  readonly answers: readonly {
    kind: 'evidence' | 'acceptance'
    state: 'wanted' | 'sent' | 'failed'
    code: string | null
    texts: EvidenceTexts
    files: readonly KeptFile[]
    actor: string
    at: string
  }[]
}

/** A dispute with everything that happened to it. */
export type DisputeView = ReturnType<typeof toView>

export async function getDispute(reader: Pick<Database, 'row'>, id: string): Promise<Result<DisputeView>> {
  const row = isUuid(id)
    ? await reader.row(sql<Row>`
        SELECT ${trusted(disputeSelect)}, o.number::text AS order_number, d.payment_id, d.provider, d.withdrawn, d.written_off, d.fee,
          d.held_currency, d.ended_at, d.owner_id, d.version,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', m.provider_ref, 'amount', m.amount, 'fee', m.fee, 'currency', m.currency,
            'at', m.at) ORDER BY m.at, m.id), '[]') FROM payments.dispute_movement m WHERE m.dispute_id = d.id) AS movements,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'state', a.state, 'code', a.code, 'texts', a.texts, 'files', a.files,
            'actor', a.actor, 'at', a.at) ORDER BY a.at, a.id), '[]') FROM payments.dispute_answer a WHERE a.dispute_id = d.id) AS answers
        FROM payments.dispute d LEFT JOIN orders.pub_order o ON o.order_uuid = d.order_id WHERE d.id = ${id}`)
    : undefined
  return row ? ok(toView(row)) : refusals.dispute_not_found()
}

function toView(row: Row) {
  const held = (amount: bigint) => ({ amount: Number(amount), currency: row.held_currency })
  return {
    ...presentDispute(row),
    paymentId: row.payment_id,
    provider: row.provider,
    ownerId: row.owner_id,
    withdrawn: held(row.withdrawn),
    lost: held(row.written_off),
    fee: held(row.fee),
    endedAt: row.ended_at?.toISOString() ?? null,
    version: row.version,
    movements: row.movements.map(({ ref, amount, fee, currency, at }) => ({
      ref,
      amount: { amount, currency },
      fee: { amount: fee, currency },
      at: new Date(at).toISOString(),
    })),
    answers: row.answers.map(({ kind, state, code, texts, files, at }) => ({
      kind,
      state,
      code,
      texts: { ...texts },
      files: files.map(({ field, name }) => ({ field, name })),
      at: new Date(at).toISOString(),
    })),
  }
}
