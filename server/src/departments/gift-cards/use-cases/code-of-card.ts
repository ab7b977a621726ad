import { linkKeysOf, signLink } from '../../../host/auth/links.ts'
import { hashToken } from '../../../host/auth/tokens.ts'
import type { House } from '../../../host/context.ts'
import { writeCode } from '../domain/code.ts'
import type { Card } from '../queries/read-cards.ts'

/**
 * The code of a card follows from the house's secret and the card's id, so that it can be shown to its receiver again and is yet kept
 * nowhere: the database has its hash alone, and who has only the database can neither read nor make one. Under a new secret a
 * card keeps the code that it was given; the former secret still opens it (docs/guides/secrets.md). Undefined where that is lost.
 */
export function codeOfCard(house: Pick<House, 'linkKey' | 'formerLinkKeys'>, card: Pick<Card, 'id' | 'codeHash'>) {
  const codes = linkKeysOf(house).map((key) => writeCode(hashToken(signLink(key, 'gift-card-code', card.id))))
  return card.codeHash === null ? codes[0] : codes.find((code) => hashToken(code).equals(card.codeHash!))
}
