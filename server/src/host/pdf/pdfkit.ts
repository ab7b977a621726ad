import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)

/** Loaded for the first paper that is drawn: most processes of the house draw none. */
export const pdfkit = () => require('pdfkit') as typeof PDFDocument
