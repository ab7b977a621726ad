import { readFileSync } from 'node:fs'

/** The version of the server's package. Sources and packed files lie equally deep below it. */
export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version
