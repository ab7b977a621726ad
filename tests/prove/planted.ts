import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../server/src/apps/testing/running-house.ts'
import type { Proof } from '../../tools/proof.ts'
import { FAULTS, ROUTE_WITHOUT_PERMISSION, copyTree, planted, runIn } from '../checks/planted.ts'

export const { name, run }: Proof = {
  name: 'planted faults: each check finds its own, and a route without a permission keeps the house shut',
  async run({ log }) {
    const tree = copyTree()
    const dataFolder = mkdtempSync(join(tmpdir(), 'fondaco-planted-data-'))
    try {
      for (const fault of FAULTS) {
        const { code, output } = await planted(tree.folder, fault, () => runIn(tree.folder, fault.command))
        assert.notEqual(code, 0, `${fault.title}: nobody noticed`)
        for (const pattern of fault.says) assert.match(output, pattern, fault.title)
        log(`${fault.title}: red`)
      }
      // Nothing to look at in a browser here.
      rmSync(join(tree.folder, 'tools', 'build.ts'), { force: true })
      const places = { DATA_FOLDER: dataFolder, PORT: String(await freePort()), DEVPAY_PORT: String(await freePort()) }
      const { code, output } = await planted(tree.folder, ROUTE_WITHOUT_PERMISSION, () =>
        runIn(tree.folder, ['server/bin/fondaco.mjs', 'start'], places),
      )
      assert.notEqual(code, 0, output)
      const said = /GET \/orders declares no permission\. Give it 'department:action', or 'public'\./
      assert.match(output, said)
      log(`start: ${said.exec(output)?.[0]}`)
    } finally {
      tree.remove()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
}
