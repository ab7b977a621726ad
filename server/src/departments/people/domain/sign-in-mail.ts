/** What changed about somebody's way in; they are told by mail, so that what they did not do does not stay unseen. */
export type SignInChange =
  | 'second_factor_on'
  | 'second_factor_off'
  | 'second_factor_reset'
  | 'recovery_codes'
  | 'recovery_code_used'
  | 'passkey_added'
  | 'passkey_removed'
  | 'passkey_suspicious'
  | 'api_key'
  | 'provider_linked'

interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The words of the mail, in its reader's language. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string

export function signInChangeMail(words: Words, told: { shop: string; name: string; what: SignInChange }): Letter {
  const { shop, name, what } = told
  const paragraphs = [
    words('people.mail.greeting', { name }),
    words('people.mail.sign_in_change.text', { shop, what }),
    words('people.mail.sign_in_change.remedy'),
  ]
  return {
    subject: words('people.mail.sign_in_change.subject', { shop, what }),
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>\n<meta charset="utf-8">\n${paragraphs.map((part) => `<p>${escaped(part)}</p>`).join('\n')}\n`,
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
