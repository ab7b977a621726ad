import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { FAULTS, copyTree, planted, runIn } from './planted.ts'

const tree = copyTree()
after(() => tree.remove())

describe('a planted fault turns the check red, and the check says how to mend it', () => {
  for (const fault of FAULTS) {
    test(fault.title, async () => {
      const { code, output } = await planted(tree.folder, fault, () => runIn(tree.folder, fault.command))
      assert.notEqual(code, 0, `nobody noticed: ${output.slice(-500)}`)
      for (const pattern of fault.says) assert.match(output, pattern)
    })
  }
})
