import { readXml } from '../../../host/files/read-xml.ts'
import type { Result } from '../../../kernel/result.ts'
import { MANY, readStatements } from '../domain/read-statement.ts'
import { refusals } from '../domain/refusals.ts'
import type { Statement } from '../domain/statement.ts'

/** Every statement in a file of the bank, or the one reason why there is none. */
export function readFile(bytes: Uint8Array): Result<readonly Statement[]> {
  if (bytes.length === 0) return refusals.file_empty({ field: 'file' })
  const document = readXml(bytes, MANY)
  return document ? readStatements(document) : refusals.not_xml({ field: 'file' })
}
