import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tracksOf } from './column-tracks.ts'

const cases: readonly (readonly [widths: string, template: string, leastPx: number])[] = [
  ['120px - 136px', '120px minmax(200px, 100fr) 136px', 456],
  ['- 17% 18% 144px', 'minmax(200px, 65fr) minmax(144px, 17fr) minmax(144px, 18fr) 144px', 632],
  ['- - 40px', 'minmax(200px, 50fr) minmax(200px, 50fr) 40px', 440],
  // Nobody takes what is left: the first one does.
  ['120px 80px', 'minmax(120px, 1fr) 80px', 200],
  // Shares that leave nothing leave something all the same.
  ['- 100%', 'minmax(200px, 20fr) minmax(144px, 100fr)', 344],
]

for (const [widths, template, leastPx] of cases) {
  test(`columns ${widths}`, () => {
    const columns = widths.split(' ').map((width) => (width === '-' ? {} : { width }))
    const { stuckPx, ...tracks } = tracksOf(columns, false)
    assert.deepEqual(tracks, { template, leastPx })
    assert.deepEqual(tracksOf(columns, true), {
      template: `48px ${template}`,
      leastPx: leastPx + 48,
      stuckPx: stuckPx + 48,
    })
  })
}
