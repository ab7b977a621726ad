import { join } from 'node:path'
import { definitions, type Definition, type SettingName } from './definitions.ts'

type ValueOf<Name extends SettingName> =
  Exclude<ReturnType<(typeof definitions)[Name]['read']>, { wrong: string }> extends { value: infer Value }
    ? Value
    : never

type Raw = { readonly [Name in SettingName]: ValueOf<Name> | undefined }

/** The program's settings, each checked; nothing else of the environment is read. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly databaseAppUrl: string | undefined
  readonly databaseConnections: number
  /** What people type, without a slash at its end. */
  readonly publicUrl: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly logLevel: string
  /** A path, or `-` for the terminal. */
  readonly logFile: string
  readonly trustProxy: boolean
  readonly metricsToken: string | undefined
  readonly paymentProvider: 'devpay' | 'none'
  readonly devpayPort: number
  /** Whether a demo begins with some weeks behind it. */
  readonly demoHistory: boolean
  /** Development alone: webhooks may go to this very machine. */
  readonly webhooksToLoopback: boolean
  readonly secret: string | undefined
  /** Before the present one, the latest first. */
  readonly formerSecrets: readonly string[]
}

/** One wrong setting: what is wrong with it, and what to write instead. */
export class SettingProblem {
  readonly message: string
  readonly remedy: string
  constructor(message: string, remedy: string) {
    this.message = message
    this.remedy = remedy
  }
}

/** All wrong settings at once, so that a person mends them in one go. */
export class WrongSettings extends Error {
  readonly problems: readonly SettingProblem[]
  constructor(problems: readonly SettingProblem[]) {
    super(problems.map((problem) => problem.message).join(' '))
    this.name = 'WrongSettings'
    this.problems = problems
  }
}

/** Reads and checks every setting; throws WrongSettings. An empty variable counts as none. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: SettingProblem[] = []
  const raw: Record<string, unknown> = {}
  for (const [name, definition] of Object.entries(definitions) as [SettingName, Definition<unknown>][]) {
    const text = environment[name] || definition.fallback
    const reading = text === undefined ? { value: undefined } : definition.read(text)
    if ('wrong' in reading) problems.push(problemOf(name, text ?? '', reading.wrong))
    else raw[name] = reading.value
  }
  const values = raw as Raw
  problems.push(...contradictions(values))
  if (problems.length > 0) throw new WrongSettings(problems)
  return settle(values)
}

function problemOf(name: string, text: string, wrong: string): SettingProblem {
  const { remedy, secret }: Definition<unknown> = definitions[name as SettingName]
  return new SettingProblem(`${name}${secret ? '' : ` "${text.slice(0, 80)}"`} ${wrong}.`, remedy)
}

function contradictions(raw: Raw): SettingProblem[] {
  const problems: SettingProblem[] = []
  if (raw.PORT !== undefined && raw.PORT === raw.DEVPAY_PORT && raw.PAYMENT_PROVIDER === 'devpay') {
    problems.push(new SettingProblem(`PORT and DEVPAY_PORT are both ${raw.PORT}.`, 'Give each a port of its own.'))
  }
  return problems
}

function settle(raw: Raw): Settings {
  const dataFolder = raw.DATA_FOLDER ?? 'data'
  const port = raw.PORT ?? 4000
  return {
    host: raw.HOST ?? '127.0.0.1',
    port,
    dataFolder,
    databaseUrl: raw.DATABASE_URL,
    databaseAppUrl: raw.DATABASE_APP_URL,
    databaseConnections: raw.DATABASE_CONNECTIONS ?? 40,
    publicUrl: raw.PUBLIC_URL ?? `http://localhost:${port}`,
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM ?? '',
    logLevel: raw.LOG_LEVEL ?? 'info',
    logFile: raw.LOG_FILE ?? join(dataFolder, 'fondaco.log'),
    trustProxy: raw.TRUST_PROXY ?? false,
    metricsToken: raw.METRICS_TOKEN,
    paymentProvider: raw.PAYMENT_PROVIDER ?? 'devpay',
    devpayPort: raw.DEVPAY_PORT ?? 4001,
    demoHistory: raw.DEMO_HISTORY ?? true,
    webhooksToLoopback: raw.WEBHOOKS_TO_LOOPBACK ?? false,
    secret: raw.FONDACO_SECRET,
    formerSecrets: raw.FONDACO_SECRET_PREVIOUS ?? [],
  }
}
