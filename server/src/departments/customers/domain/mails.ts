/** The words of a mail in its reader's language: message key below `customers.mail`, and what fills it in. */
export type MailWords = (key: string, values?: Readonly<Record<string, string>>) => string

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface LetterInput {
  readonly shop: string
  readonly name: string
  readonly words: MailWords
}

export function confirmationMail({ shop, name, words, link }: LetterInput & { link: string }): Letter {
  return letterOf({
    subject: words('customers.mail.confirm.subject', { shop }),
    paragraphs: [
      words('customers.mail.greeting', { name }),
      words('customers.mail.confirm.text', { shop }),
      { link },
      words('customers.mail.confirm.ignore'),
    ],
  })
}

export function knownAddressMail({ shop, name, words }: LetterInput): Letter {
  return letterOf({
    subject: words('customers.mail.known.subject', { shop }),
    paragraphs: [
      words('customers.mail.greeting', { name }),
      words('customers.mail.known.text', { shop }),
      words('customers.mail.known.ignore'),
    ],
  })
}

function letterOf({ subject, paragraphs }: { subject: string; paragraphs: (string | { link: string })[] }): Letter {
  const text = paragraphs.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n')
  const body = paragraphs.map((part) =>
    typeof part === 'string'
      ? `<p>${escaped(part)}</p>`
      : `<p><a href="${escaped(part.link)}">${escaped(part.link)}</a></p>`,
  )
  return { subject, text: `${text}\n`, html: `<!doctype html>\n<meta charset="utf-8">\n${body.join('\n')}\n` }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The host's html template is out of the domain's reach, and a letter of three paragraphs needs no more than this. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
