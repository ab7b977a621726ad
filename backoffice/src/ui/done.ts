import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { Problem } from '../client/problem.ts'

/** A quiet word that something was done; one that can be taken back stays longer. */
export function sayDone(message: ReactNode, { stays = false }: { readonly stays?: boolean } = {}): void {
  notifications.show({ message, withBorder: true, withCloseButton: stays, autoClose: stays ? 20_000 : 4000 })
}

/** What was already on the screen was refused and is taken back: the house's words, or `otherwise`. */
export function sayRefused(error: unknown, otherwise: string): void {
  const { title, detail, remedy } = error instanceof Problem ? error.body : { title: otherwise, detail: '', remedy: '' }
  notifications.show({
    title: title || otherwise,
    message: remedy || detail,
    color: 'brick',
    withBorder: true,
    withCloseButton: true,
    autoClose: 12_000,
    role: 'alert',
  })
}

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
