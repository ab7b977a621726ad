import { readCsv, type CsvTable } from '../csv/read-csv.ts'
import { looksLikeJson, readJsonRecords } from './read-json.ts'
import { isArchive, readXlsx } from './read-xlsx.ts'

/** A table as people keep it: CSV in any usual encoding, with commas, semicolons or tabs, a workbook, or records of JSON. */
export async function readTable(file: string | Uint8Array): Promise<CsvTable> {
  if (typeof file === 'string') return readText(file)
  if (isArchive(file)) {
    const rows = await readXlsx(file)
    return rows ? { rows } : { flawLine: 1 }
  }
  return readText(decoded(file))
}

function readText(text: string): CsvTable | Promise<CsvTable> {
  return looksLikeJson(text) ? readJsonRecords(text) : readCsv(text, delimiterOf(text))
}

/** UTF-8, or what older spreadsheets save: UTF-16 with its mark, else the code page of western Windows. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What parts the headings: outside of quotes, the sign that the first line has most of. */
function delimiterOf(text: string): string {
  const first = /^[^\n\r]*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? ''
  const counted = [',', ';', '\t'].map((sign) => [sign, first.split(sign).length] as const)
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
