import type { TablerIcon } from '@tabler/icons-react'
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { MessageKeys, Messages, NestedKeyOf } from 'use-intl'
import type { LiveEvent } from '../live/fact-stream.ts'

/** A screen of a department: fetched when it is first opened. */
export interface ScreenSpec {
  /** Below `/office`: `/orders/$id`. */
  readonly path: string
  /** `department:action`; without it the screen says which permission is missing. */
  readonly permission: string
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export type MenuGroup = 'work' | 'sell' | 'goods' | 'accounts' | 'house'
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>

export interface MenuEntry {
  readonly to: string
  readonly group: MenuGroup
  readonly label: MessageKey
  readonly icon: TablerIcon
  readonly permission: string
  /** Its shortcut: `g o`. */
  readonly keys?: string
}

/** Something that begins on a screen of its own; the command palette offers it everywhere. */
export interface DepartmentAction {
  readonly to: string
  readonly label: MessageKey
  readonly icon: TablerIcon
  readonly permission: string
  /** A screen that has no place in the menu. */
  readonly kind?: 'screen' | 'action'
}

/**
 * A part of the morning board that fetches what it shows: `figures` stand side by side in one grid with those of the other
 * departments; a `notice` stands above them, a `chart` and a `list` have rows of their own below.
 */
export interface BoardCard {
  readonly form: 'notice' | 'figures' | 'chart' | 'list'
  readonly permission: string
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export interface DepartmentSpec {
  readonly name: string
  readonly menu: readonly MenuEntry[]
  readonly screens: readonly ScreenSpec[]
  readonly cards?: readonly BoardCard[]
  readonly actions?: readonly DepartmentAction[]
  /** Subjects of facts (`order` of `order.placed.v1`): queries whose key begins with this department are read again. */
  readonly listensTo?: readonly string[]
  /** False of facts that are other people’s: nothing is read for them. */
  readonly concerns?: (fact: LiveEvent, client: QueryClient) => boolean
}

export function defineDepartment(spec: DepartmentSpec): DepartmentSpec {
  return spec
}
