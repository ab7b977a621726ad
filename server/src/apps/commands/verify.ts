import { readSettings } from '../../host/config/settings.ts'
import { findBreaches, type Breach } from '../../host/verify/find-breaches.ts'
import type { Command } from '../command.ts'
import { openOwnedRegistry } from '../owned-registry.ts'
import { bold, dim, green, Problem, progress, red, say } from '../terminal.ts'

const ROWS_SHOWN = 10

export const verify: Command = {
  name: 'verify',
  summary: 'Prove that the books, the stock and the audit trail hold together',
  usage: '[SLUG]',
  description: [
    'Runs every invariant (each entry balances, nothing is sold twice, each payment is in the ledger once, no audit row is missing ...) in one read-only transaction per organisation, and lists every row that breaks one. It may run while people shop: it sees one moment and changes nothing.',
    'Ends with 1 when anything is broken. docs/guides/verify.md explains the rules and the views they read.',
  ],
  options: { all: { type: 'boolean', says: 'also name the rules that hold' } },
  examples: [
    { line: 'verify', does: 'examines all organisations' },
    { line: 'verify demo --all', does: 'examines one, and names each rule' },
  ],
  async run({ words: [slug], flags }) {
    const { registry, close } = await openOwnedRegistry(readSettings(process.env), progress)
    const organisations = (await registry.list()).filter((one) => slug === undefined || one.slug === slug)
    if (slug !== undefined && organisations.length === 0)
      throw new Problem(`There is no organisation "${slug}".`, 'Leave the name out to examine all.')
    let broken = 0
    for (const organisation of organisations) {
      const { held, breaches, skipped } = await findBreaches(registry.ownerUrlOf(organisation))
      say(`${bold(organisation.name)} (${organisation.slug})`)
      if (flags['all']) for (const name of held) say(`  ${green('✓')} ${name}`)
      for (const breach of breaches) tell(breach)
      if (skipped.length > 0)
        say(
          dim(
            `  – left out, as their views come with later departments: ${skipped.map(({ name }) => name.split(' ')[0]).join(' ')}`,
          ),
        )
      say(`  ${held.length} rules hold, ${breaches.length} ${breaches.length === 1 ? 'is' : 'are'} broken.`)
      broken += breaches.length
    }
    await close()
    return broken === 0 ? 0 : 1
  },
}

function tell({ name, rows }: Breach): void {
  say(`  ${red('✗')} ${name}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`)
  for (const row of rows.slice(0, ROWS_SHOWN)) say(`      ${JSON.stringify(row, asText)}`)
  if (rows.length > ROWS_SHOWN) say(dim(`      and ${rows.length - ROWS_SHOWN} more`))
}

const asText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
