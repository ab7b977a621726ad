import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { PostgresProblem } from './problem.ts'

/** The account PostgreSQL runs as when we are root; it refuses to run as root itself. */
export interface ServerAccount {
  name: string
  uid: number
  gid: number
}

/** `undefined`: not root, so PostgreSQL runs as we do. Accounts of the machine are used, never created. */
export async function findServerAccount(): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = parseAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const account = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody')
  if (account) return account
  throw new PostgresProblem(
    'unreadable',
    'PostgreSQL does not run as root, and this system has neither an account "postgres" nor "nobody".',
    'Start Fondaco with an ordinary account.',
  )
}

function parseAccounts(passwd: string): ServerAccount[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0)
}

/** Asked of the kernel instead of computed from modes: access lists and mount options count too. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  const { uid, gid } = account
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}

export function asAccount(account: ServerAccount | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}
