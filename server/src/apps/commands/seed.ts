import type { Command, CommandInput } from '../command.ts'
import { loadBank } from '../demo/load-bank.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { loadOrders } from '../demo/load-orders.ts'
import { issueVillageTokens } from '../demo/village-tokens.ts'
import { readyDemo } from '../demo/ready-demo.ts'
import { ordersOf } from '../prepare-organisations.ts'
import { filesFolderOf } from '../files-folder.ts'
import { green, Problem, say } from '../terminal.ts'
import { whisper, withHouse } from '../with-house.ts'

export const seed: Command = {
  name: 'seed',
  summary: 'Load the village: a demo shop with goods, staff and customers',
  usage: '--village [--reset] [--tokens] [--organisation SLUG]',
  description: [
    'The village is the demo that tests and documentation share: an imaginary shop and people cast by role. It goes into an organisation that is marked demo, and into no other: this command refuses everything that is not a demo. Where there is none, it makes one called "demo".',
    'With --tokens it prints JSON on one line, {"base": URL, "roles": {ROLE: {"token": ...}}}: a session for each role, for programs that try the API. A guest has no session, so its token is null.',
  ],
  options: {
    village: { type: 'boolean', says: 'load the village (there is nothing else to load)' },
    reset: { type: 'boolean', says: 'drop the demo and make it anew first; its orders and mails are gone' },
    tokens: { type: 'boolean', says: 'print a session token for each role' },
    organisation: { type: 'string', value: 'SLUG', says: 'the demo to fill; "demo" unless told' },
  },
  examples: [
    { line: 'seed --village', does: 'fills the demo' },
    { line: 'seed --village --tokens', does: 'and prints a token for each role' },
    { line: 'seed --village --reset', does: 'puts the demo back as it was on the first day' },
  ],
  run: seedVillage,
}

async function seedVillage({ flags, texts }: CommandInput): Promise<void> {
  if (!flags['village']) throw new Problem('Say what to load.', 'fondaco seed --village')
  const slug = texts['organisation'] ?? 'demo'
  await readyDemo(slug, flags['reset'] ?? false)
  await withHouse(slug, async (inside) => {
    const { house, settings, blueprint } = inside
    const filesFolder = filesFolderOf(settings.dataFolder)(house)
    const loaded = await loadDemo(house, { filesFolder, permissions: blueprint.permissions, onProgress: whisper })
    if (settings.demoHistory && (await loadOrders(house, { ...ordersOf(inside), onProgress: whisper })))
      await loadBank(house)
    if (flags['tokens']) {
      say(JSON.stringify({ base: settings.publicUrl, roles: await issueVillageTokens(house) }))
      return
    }
    say(
      `${green('✓')} ${loaded ? 'The village is there' : 'The village was there already'}: ${house.organisation.name} (${slug}).`,
    )
  })
}
