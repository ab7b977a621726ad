export { EXPORT_FORMS } from './export-products.ts'
export type { ExportForm } from './export-products.ts'
export { writeProductFile } from './jobs/write-file.ts'
