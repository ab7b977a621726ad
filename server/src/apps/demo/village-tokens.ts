import { randomBytes } from 'node:crypto'
import { confirmRegistration, listCustomers, registerCustomer } from '../../departments/customers/index.ts'
import { listStaff } from '../../departments/people/index.ts'
import { system } from '../../host/actor.ts'
import { openSession } from '../../host/auth/sessions.ts'
import { runCommand, type House } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { isLocale } from '../../host/i18n/locales.ts'
import { ok } from '../../kernel/result.ts'
import { demand } from '../demand.ts'
import { Problem } from '../terminal.ts'
import { village, type DemoPeople } from './village.ts'

export type VillageTokens = Readonly<Record<string, { readonly token: string | null }>>

const ALL = 200

/** A session for the first person of each role. Only ever in a demo: a token is as good as a password. */
export async function issueVillageTokens(house: House): Promise<VillageTokens> {
  if (!house.organisation.demo)
    throw new Problem(`"${house.organisation.slug}" is not a demo: no tokens.`, 'Sign in instead.')
  const { staff, customers } = village.people()
  const tokens: Record<string, { token: string | null }> = {}
  const known = demand(await listStaff(house.database, { limit: ALL })).items
  for (const { role, email } of staff) {
    const member = known.find((one) => one.email === email)
    if (member && !tokens[role]) tokens[role] = { token: await sessionOf(house, 'staff', member.id) }
  }
  for (const customer of customers) {
    if (!tokens[customer.role])
      tokens[customer.role] = { token: customer.account ? await shopperToken(house, customer) : null }
  }
  return tokens
}

async function sessionOf(house: House, kind: 'staff' | 'customer', id: string): Promise<string> {
  return demand(await runCommand(house, { actor: system('seed') }, async (ctx) => ok(openSession(ctx, { kind, id }))))
}

/** Registers as people do, the link taken from the mail; whoever is registered already gets a session. */
async function shopperToken(house: House, { email, name, language }: DemoPeople['customers'][number]): Promise<string> {
  const found = demand(await listCustomers(house.database, { search: email, limit: 1 })).items[0]
  if (found?.registered) return sessionOf(house, 'customer', found.id)
  const locale = isLocale(language) ? language : 'en'
  const password = randomBytes(18).toString('base64url')
  demand(await registerCustomer(house, { email, name, password, locale }))
  const mail = await house.database.row(sql<{ text_body: string }>`
    SELECT text_body FROM host.mail WHERE recipient = ${email} ORDER BY created_at DESC, id DESC LIMIT 1`)
  const token = /[?]token=([\w-]+)/.exec(mail?.text_body ?? '')?.[1] ?? ''
  return demand(await runCommand(house, { actor: { kind: 'guest' } }, (ctx) => confirmRegistration(ctx, { token })))
    .sessionToken
}
