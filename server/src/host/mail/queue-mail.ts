import type { Context } from '../context.ts'
import { sql } from '../database/sql.ts'
import { assert } from '../../kernel/assert.ts'
import { isPermit, type Permit } from './permit.ts'

export const SEND_MAIL = 'send-mail'

/** What promotes goes to whom its permit names, at that address and no other. */
export type OutgoingMail = WrittenMail &
  (
    | { readonly nature: 'transactional'; readonly recipient: string }
    | { readonly nature: 'marketing'; readonly permit: Permit }
  )

export interface WrittenMail {
  /** One mail for ever under this key: `order-confirmation:ORDER_ID`. Ids only, no address: jobs carry it. */
  readonly dedupKey: string
  /** The record that it is about, under which people find it. */
  readonly ref?: string | undefined
  readonly subject: string
  readonly text: string
  readonly html: string
  /** How it was written, for those who look at it later. */
  readonly made?: MadeBy | undefined
}

export interface MadeBy {
  readonly kind: string
  readonly locale: string
  readonly market?: string | undefined
  /** The shop's own template and its version; without them the house's own. */
  readonly templateId?: string | undefined
  readonly version?: number | undefined
}

/** Keeps the mail with the fact that it tells of, and asks for its sending: in one transaction, so neither goes without the other. */
export function queueMail(ctx: Context, mail: OutgoingMail): void {
  const permit = mail.nature === 'marketing' ? mail.permit : undefined
  const isAllowed = mail.nature === 'transactional' || (isPermit(permit) && permit.channel === 'email')
  assert(isAllowed, 'a mail that promotes needs a permit for e-mail (host/mail/permit.ts)')
  const recipient = mail.nature === 'marketing' ? mail.permit.email : mail.recipient
  ctx.tx.later(sql`
    INSERT INTO host.mail (id, dedup_key, ref, recipient, subject, text_body, html_body, created_at, kind, locale, market,
      template_id, template_version, nature, permit_subject, permit_purpose, permit_ground)
    VALUES (${ctx.newId<'mail'>()}, ${mail.dedupKey}, ${mail.ref ?? null}, ${recipient}, ${mail.subject}, ${mail.text},
      ${mail.html}, ${ctx.now}, ${mail.made?.kind ?? null}, ${mail.made?.locale ?? null}, ${mail.made?.market ?? null},
      ${mail.made?.templateId ?? null}, ${mail.made?.version ?? null}, ${mail.nature},
      ${permit?.subject ?? null}, ${permit?.purpose ?? null}, ${permit?.ground ?? null})
    ON CONFLICT (dedup_key) DO NOTHING`)
  ctx.enqueue({
    kind: SEND_MAIL,
    dedupKey: mail.dedupKey,
    payload: { mail: mail.dedupKey },
    ...(mail.ref === undefined ? {} : { ref: mail.ref }),
  })
}
