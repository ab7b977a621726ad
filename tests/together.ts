/**
 * Several test files in one process, one after the other, each as a suite of its own name: its hooks are the suite's, and what it opened is
 * closed when the suite ends. A process loads the two thousand modules of the house once for all of them, which costs more than what most
 * files do. `tools/test-groups.ts` says which files go together.
 */
import { after, describe, test } from 'node:test'
import { closeOpened } from '../server/src/testing/at-the-end.ts'

export interface FileToRun {
  readonly name: string
  readonly load: () => Promise<unknown>
}

export async function runTogether(files: readonly FileToRun[]): Promise<void> {
  for (const { name, load } of files) await runOne(name, load)
}

/** The next file is loaded when this one is done: what stands at the top of a file would else run for all at once. */
function runOne(name: string, load: () => Promise<unknown>): Promise<void> {
  return new Promise((done) => {
    describe(name, async () => {
      after(async () => {
        await closeOpened().finally(done)
      })
      try {
        await load()
      } catch (error) {
        test('can be loaded', () => {
          throw error
        })
      }
    })
  })
}
