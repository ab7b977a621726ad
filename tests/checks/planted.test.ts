import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { FAULTS, TYPES, copyTree, planted, runIn, type Fault } from './planted.ts'

const tree = copyTree()
after(() => tree.remove())

/** What the compiler finds costs the whole house once more: `npm run prove -- planted` plants that too, and each fault alone. */
const asked = FAULTS.filter(({ command }) => command !== TYPES)

for (const [command, faults] of Map.groupBy(asked, (fault) => fault.command)) {
  describe('planted faults turn the check red, and it says where each is and how to mend it', () => {
    let said: { code: number; output: string }
    before(async () => {
      said = await plantedTogether(faults, () => runIn(tree.folder, command))
    })
    for (const { title, says } of faults) {
      test(title, () => {
        assert.notEqual(said.code, 0, `nobody noticed: ${said.output.slice(-500)}`)
        for (const pattern of says) assert.match(said.output, pattern)
      })
    }
  })
}

async function plantedTogether<T>([first, ...rest]: readonly Fault[], work: () => Promise<T>): Promise<T> {
  if (first === undefined) return await work()
  return await planted(tree.folder, first, () => plantedTogether(rest, work))
}
