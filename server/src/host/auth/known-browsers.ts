import { newId } from '../clock.ts'
import type { House } from '../context.ts'
import { linkKeysOf, openLink, signLink } from './links.ts'

/**
 * Somebody who guesses at an account makes its owner wait for the next sign-in. So a browser from which the owner came in
 * before carries a token, good for this account alone, and its attempts are counted apart: the guesser's fill the account's
 * slate, the owner's own stays clean. The token opens nothing; stolen, it is worth a handful of guesses. (OWASP, "Device
 * cookies".)
 */
export const KNOWN_SECONDS = 365 * 24 * 3600

const purposeOf = (account: string) => `known browser of ${account}`

export function newKnownBrowser({ linkKey }: Pick<House, 'linkKey'>, account: string): string {
  return signLink(linkKey, purposeOf(account), newId())
}

/** Under which slate an attempt at `account` is counted. */
export function slateOf(
  house: Pick<House, 'linkKey' | 'formerLinkKeys'>,
  account: string,
  known: string | undefined,
): string {
  const browser = known === undefined ? undefined : openLink(linkKeysOf(house), purposeOf(account), known)
  return browser === undefined ? account : `${account} from ${browser}`
}
