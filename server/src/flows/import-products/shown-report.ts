import type { ImportDifference, ImportReport, ImportWarning } from './report.ts'

/** Nobody reads more than these one by one; the counts say the rest. */
export const SHOWN = 1_000

export interface ShownReport extends Omit<ImportReport, 'differences' | 'warnings' | 'refused'> {
  readonly differences: ImportDifference[]
  readonly warnings: ImportWarning[]
  /** Rows whose products were left out. */
  readonly refusedRows: number
}

export function shownReport({ refused, ...report }: ImportReport): ShownReport {
  const { differences, warnings } = report
  const refusedRows = new Set(refused.map(({ row }) => row)).size
  return { ...report, differences: [...differences], warnings: warnings.slice(0, SHOWN), refusedRows }
}
