import type { FileAnswer } from '../../../host/http/file-answer.ts'
import type { House } from '../../../host/context.ts'
import type { KeptDocument } from '../queries/read-documents.ts'
import { shopNameOf } from '../use-cases/view-documents.ts'
import { drawDocument } from './pdf/draw-document.ts'
import { wordsOfDocument } from './pdf/words-of-document.ts'

/** Drawn anew each time it is asked for: what it says is kept, and the same says the same. */
export async function fileOfDocument(
  house: House,
  { document, issuedAt }: KeptDocument,
  language: string | undefined,
): Promise<FileAnswer> {
  const shop = await shopNameOf(house)
  const words = wordsOfDocument(document, { translations: house.translations, language, shop })
  const body = await drawDocument(words, issuedAt)
  const name = `${document.label.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}.pdf`
  return { name, mediaType: 'application/pdf', bytes: body.length, body }
}
