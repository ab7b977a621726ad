import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** What comparing passwords cost while something was done: each comparison with its parameters, counted rather than timed. */
export async function passwordWork(act: () => Promise<unknown>): Promise<string[]> {
  const work: string[] = []
  const hear = (told: unknown) => void work.push(String(told))
  subscribe('fondaco.password.work', hear)
  try {
    await act()
  } finally {
    unsubscribe('fondaco.password.work', hear)
  }
  return work
}

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane; once. */
export const ONE_COMPARISON = ['$argon2id$v=19$m=19456,t=2,p=1']
