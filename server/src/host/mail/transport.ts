import { LOGO_ID } from './logo.ts'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (port 465); otherwise STARTTLS is used where the server offers it. */
  readonly secure: boolean
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** `Shop <shop@example.com>` */
  readonly from: string
}

/** `smtp://user:password@host:587`, `smtps://host` */
export function readSmtpUrl(text: string, from: string): SmtpSettings {
  const { protocol, hostname, port, username, password } = new URL(text)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    from,
    ...(username === '' ? {} : { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
  }
}

export interface SentMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** In front of the sender's address, instead of the name that the server was given; empty leaves that. */
  readonly senderName?: string
  /** The shop's sign, which its HTML names. */
  readonly logo?: Buffer | undefined
  /** Where one click of a mail program ends it (RFC 8058): an address of https that takes a POST. */
  readonly unsubscribe?: string | undefined
}

export interface MailTransport {
  send(mail: SentMail): Promise<void>
  close(): void
}

declare module '../context.ts' {
  interface Ports {
    /** Missing where no mail server is configured: mails are kept then. */
    readonly mail?: MailTransport
  }
}

const SECONDS = 1000

/** A small pool of SMTP connections. Every wait ends well before the lease of the job that sends. */
export function openMailTransport(settings: SmtpSettings): MailTransport {
  const { host, port, secure, user, password, from } = settings
  // Loaded where there is a mail server, and in no other process of the house.
  const opening = import('nodemailer').then(({ createTransport }) =>
    createTransport({
      host,
      port,
      secure,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10 * SECONDS,
      greetingTimeout: 10 * SECONDS,
      socketTimeout: 20 * SECONDS,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    }),
  )
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from.trim()
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'fondaco.invalid'
  return {
    async send({ id, recipient, subject, text, html, senderName = '', logo, unsubscribe }) {
      const smtp = await opening
      await smtp.sendMail({
        from: senderName === '' ? from : { name: senderName, address },
        to: { name: '', address: recipient },
        subject,
        text,
        html,
        ...(logo === undefined
          ? {}
          : { attachments: [{ filename: 'logo.png', content: logo, contentType: 'image/png', cid: LOGO_ID }] }),
        // The same mail has the same Message-ID however often it is sent: servers drop the double (RFC 5322, 3.6.4).
        messageId: `<${id}@${domain}>`,
        // Answered by machines, this would go round in circles (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe === undefined ? {} : oneClick(unsubscribe)) },
      })
    },
    close: () => void opening.then((smtp) => smtp.close()),
  }
}

/** RFC 2369, 3.2, and RFC 8058, 3.1. Whoever signs the mail (DKIM) has to cover both headers: mail servers sign those of lists by default. */
const oneClick = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
