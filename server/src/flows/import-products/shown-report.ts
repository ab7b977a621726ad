import type { ImportDifference, ImportReport, ImportWarning } from './report.ts'

/** Nobody reads more than these one by one; the counts say the rest. */
export const SHOWN = 1_000

export interface ShownReport extends Omit<ImportReport, 'differences' | 'warnings'> {
  readonly differences: ImportDifference[]
  readonly differencesOmitted: number
  readonly warnings: ImportWarning[]
}

export function shownReport(report: ImportReport): ShownReport {
  const { differences, warnings } = report
  return {
    ...report,
    differences: differences.slice(0, SHOWN),
    differencesOmitted: Math.max(0, differences.length - SHOWN),
    warnings: warnings.slice(0, SHOWN),
  }
}
