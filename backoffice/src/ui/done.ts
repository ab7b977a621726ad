import { notifications } from '@mantine/notifications'
import { createElement, type ReactNode } from 'react'
import { Held } from '../client/held.ts'
import { Problem } from '../client/problem.ts'

interface Done {
  readonly stays?: boolean
}

/** A quiet word that something was done; one that can be taken back stays longer. */
export function sayDone(message: ReactNode, { stays = false }: Done = {}): void {
  notifications.show({
    message,
    withBorder: true,
    withCloseButton: stays,
    autoClose: stays ? 20_000 : 4000,
  })
}

/** What was already on the screen was refused and is taken back: the house's words, or `otherwise`. */
export function sayRefused(error: unknown, otherwise: string): void {
  if (error instanceof Held) return sayHeld(error)
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

/** Neither done nor refused: it waits for others, and a click opens the request. */
function sayHeld({ body, path }: Held): void {
  const message = createElement('a', { href: `/office${path}` }, body.remedy)
  notifications.show({
    title: body.title,
    message,
    withBorder: true,
    withCloseButton: true,
    autoClose: 12_000,
    role: 'status',
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
