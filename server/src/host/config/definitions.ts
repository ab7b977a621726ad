import { isAbsolute, resolve } from 'node:path'

/** What a setting may be, in words and in code. `read` answers the value, or a sentence that says what is wrong. */
export interface Definition<T> {
  /** The text that is read where the environment has none; undefined leaves the setting out. */
  readonly fallback: string | undefined
  readonly read: (text: string) => Reading<T>
  /** What to write instead, for a reading that failed. */
  readonly remedy: string
  readonly secret?: true
}

export type Reading<T> = { readonly value: T } | { readonly wrong: string }

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const PROVIDERS = ['devpay', 'none'] as const

/** Every setting of the program, by the name of its environment variable. docs/guides/settings.md explains each. */
export const definitions = {
  HOST: {
    fallback: '127.0.0.1',
    read: (text) => (/^[\w.:-]+$/.test(text) ? { value: text } : { wrong: 'is not an address of this machine' }),
    remedy: 'Write 127.0.0.1 for this machine alone, or 0.0.0.0 behind a proxy that speaks HTTPS.',
  } satisfies Definition<string>,
  PORT: { fallback: '4000', read: port, remedy: 'Write a number between 1 and 65535, such as 4000.' },
  DATA_FOLDER: {
    fallback: 'data',
    read: (text) => ({ value: isAbsolute(text) ? text : resolve(text) }),
    remedy: 'Write the path of a folder that the program may write into.',
  } satisfies Definition<string>,
  DATABASE_URL: {
    fallback: undefined,
    read: databaseUrl,
    remedy: 'Write it as postgres://owner:password@host:5432/fondaco, or leave it out to use the embedded PostgreSQL.',
    secret: true,
  } satisfies Definition<string>,
  DATABASE_APP_URL: {
    fallback: undefined,
    read: databaseUrl,
    remedy: 'Write it like DATABASE_URL with the name and password of the role fondaco_app, or leave it out.',
    secret: true,
  } satisfies Definition<string>,
  DATABASE_CONNECTIONS: {
    fallback: '40',
    read: (text) => wholeNumber(text, 4, 1000),
    remedy: 'Write a whole number from 4 to 1000: what one process may use of max_connections.',
  } satisfies Definition<number>,
  PUBLIC_URL: {
    fallback: undefined,
    read: webUrl,
    remedy: 'Write the address that people type, such as https://shop.example, without a path.',
  } satisfies Definition<string>,
  SMTP_URL: {
    fallback: undefined,
    read: (text) =>
      URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol)
        ? { value: text }
        : { wrong: 'is not the address of a mail server' },
    remedy: 'Write it as smtp://user:password@host:587; without it mails are kept and can be read in the back office.',
    secret: true,
  } satisfies Definition<string>,
  MAIL_FROM: {
    fallback: 'Fondaco <shop@localhost>',
    read: (text) =>
      /^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(text) ? { value: text } : { wrong: 'is not an e-mail address' },
    remedy: 'Write it as My Shop <hello@shop.example>.',
  } satisfies Definition<string>,
  LOG_LEVEL: {
    fallback: 'info',
    read: (text) => oneOf(text, LEVELS),
    remedy: `Write one of ${LEVELS.join(', ')}.`,
  } satisfies Definition<(typeof LEVELS)[number]>,
  LOG_FILE: {
    fallback: undefined,
    read: (text) => ({ value: text === '-' || isAbsolute(text) ? text : resolve(text) }),
    remedy: 'Write the path of a file, or - for the terminal.',
  } satisfies Definition<string>,
  TRUST_PROXY: {
    fallback: 'no',
    read: yesOrNo,
    remedy: 'Write yes only behind a proxy of your own that sets X-Forwarded-For and X-Forwarded-Proto; else no.',
  } satisfies Definition<boolean>,
  METRICS_TOKEN: {
    fallback: undefined,
    read: (text) =>
      /^[\x21-\x7e]{20,}$/.test(text)
        ? { value: text }
        : { wrong: 'is too short, or has spaces or signs beyond ASCII' },
    remedy: 'Write at least 20 letters and digits by chance; without it /metrics answers this machine alone.',
    secret: true,
  } satisfies Definition<string>,
  PAYMENT_PROVIDER: {
    fallback: 'devpay',
    read: (text) => oneOf(text, PROVIDERS),
    remedy: `Write one of ${PROVIDERS.join(', ')}; devpay serves demo organisations alone.`,
  } satisfies Definition<(typeof PROVIDERS)[number]>,
  DEVPAY_PORT: { fallback: '4001', read: port, remedy: 'Write a free port between 1 and 65535, such as 4001.' },
  DEMO_HISTORY: {
    fallback: 'yes',
    read: yesOrNo,
    remedy: 'Write no for a demo in which nothing has happened yet; else yes.',
  } satisfies Definition<boolean>,
  WEBHOOKS_TO_LOOPBACK: {
    fallback: 'no',
    read: yesOrNo,
    remedy: 'Write yes only where you develop a program that is told by webhooks on this very machine; else no.',
  } satisfies Definition<boolean>,
  FONDACO_SECRET: {
    fallback: undefined,
    read: (text) => (text.length >= 32 ? { value: text } : { wrong: 'is shorter than 32 signs' }),
    remedy: 'Write 32 or more letters and digits by chance; without it one is made and kept in the data folder.',
    secret: true,
  } satisfies Definition<string>,
  FONDACO_SECRET_PREVIOUS: {
    fallback: undefined,
    read: (text): Reading<readonly string[]> => {
      const secrets = text.split(/[\s,]+/).filter((one) => one !== '')
      return secrets.every((one) => one.length >= 32) ? { value: secrets } : { wrong: 'has one shorter than 32 signs' }
    },
    remedy: 'Write the secrets before FONDACO_SECRET, the latest first, with commas between them; or leave it out.',
    secret: true,
  } satisfies Definition<readonly string[]>,
} as const

export type SettingName = keyof typeof definitions

function port(text: string): Reading<number> {
  return wholeNumber(text, 1, 65_535)
}

function wholeNumber(text: string, least: number, most: number): Reading<number> {
  const value = Number(text)
  if (!/^\d{1,6}$/.test(text)) return { wrong: 'is not a whole number' }
  return value >= least && value <= most ? { value } : { wrong: `is not between ${least} and ${most}` }
}

function oneOf<const Words extends readonly string[]>(text: string, words: Words): Reading<Words[number]> {
  const value = words.find((word) => word === text)
  return value === undefined ? { wrong: 'is not one of its words' } : { value }
}

function yesOrNo(text: string): Reading<boolean> {
  const words: Readonly<Record<string, boolean>> = {
    yes: true,
    true: true,
    '1': true,
    no: false,
    false: false,
    '0': false,
  }
  const value = words[text.toLowerCase()]
  return value === undefined ? { wrong: 'is neither yes nor no' } : { value }
}

function databaseUrl(text: string): Reading<string> {
  if (!URL.canParse(text)) return { wrong: 'is not an address' }
  const { protocol, pathname, username } = new URL(text)
  if (!/^postgres(ql)?:$/.test(protocol)) return { wrong: 'does not begin with postgres://' }
  if (pathname.length < 2) return { wrong: 'names no database at its end' }
  return username === '' ? { wrong: 'names no role before the @' } : { value: text }
}

function webUrl(text: string): Reading<string> {
  if (!URL.canParse(text)) return { wrong: 'is not an address' }
  const { protocol, pathname, origin } = new URL(text)
  if (!/^https?:$/.test(protocol)) return { wrong: 'begins neither with https:// nor with http://' }
  return pathname === '/' ? { value: origin } : { wrong: 'has a path' }
}
