import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tracksOf } from './column-tracks.ts'

const cases: readonly (readonly [widths: string, template: string, leastPx: number])[] = [
  ['120px - 136px', '7.5rem minmax(12.5rem, 100fr) 8.5rem', 456],
  ['- 17% 18% 144px', 'minmax(12.5rem, 65fr) minmax(9rem, 17fr) minmax(9rem, 18fr) 9rem', 632],
  ['- - 40px', 'minmax(12.5rem, 50fr) minmax(12.5rem, 50fr) 2.5rem', 440],
  // Nobody takes what is left: the first one does.
  ['120px 80px', 'minmax(7.5rem, 1fr) 5rem', 200],
  // Shares that leave nothing leave something all the same.
  ['- 100%', 'minmax(12.5rem, 20fr) minmax(9rem, 100fr)', 344],
]

for (const [widths, template, leastPx] of cases) {
  test(`columns ${widths}`, () => {
    const columns = widths.split(' ').map((width) => (width === '-' ? {} : { width }))
    const { stuckPx, ...tracks } = tracksOf(columns, false)
    assert.deepEqual(tracks, { template, leastPx })
    assert.deepEqual(tracksOf(columns, true), {
      template: `3rem ${template}`,
      leastPx: leastPx + 48,
      stuckPx: stuckPx + 48,
    })
  })
}
