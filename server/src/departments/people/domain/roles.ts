import type { Result } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export const OWNER = 'owner'

export interface Role {
  readonly code: string
  readonly names: { readonly en: string; readonly it?: string; readonly es?: string; readonly id?: string }
  readonly permissions: readonly string[]
}

interface ReadyMadeRole {
  readonly code: string
  readonly names: { readonly en: string; readonly it: string; readonly es: string; readonly id: string }
  /** `department:action`; `*` stands for every department or every action that the house has. */
  readonly may: readonly string[]
}

/** What whoever works here may do: see the morning board, each with the cards that their other rights show, and an inbox. */
const EVERYONE: readonly string[] = ['approvals:read', 'board:read', 'inbox:read']

/** Who works beside others: sees what there is to do, and asks others to do something. */
const COLLEAGUE: readonly string[] = ['work:read', 'work:write', 'work:plan']

/** The jobs of a shop. What a role may do is listed from the departments' manifests when the roles are loaded. */
const READY_MADE: readonly ReadyMadeRole[] = [
  { code: OWNER, names: { en: 'Owner', it: 'Titolare', es: 'Propietario', id: 'Pemilik' }, may: ['*:*'] },
  {
    code: 'merchandiser',
    names: { en: 'Merchandiser', it: 'Responsabile assortimento', es: 'Responsable de surtido', id: 'Penata produk' },
    may: [
      ...COLLEAGUE,
      'catalog:*',
      'pricing:*',
      'legal:read',
      'legal:write',
      'inventory:read',
      'tax:read',
      'orders:read',
    ],
  },
  {
    code: 'marketer',
    names: { en: 'Marketer', it: 'Marketing', es: 'Marketing', id: 'Pemasar' },
    may: [
      ...COLLEAGUE,
      'marketing:*',
      'content:*',
      'analytics:*',
      'catalog:read',
      'pricing:read',
      'customers:read',
      'orders:read',
    ],
  },
  {
    code: 'translator',
    names: { en: 'Translator', it: 'Traduttore', es: 'Traductor', id: 'Penerjemah' },
    may: ['catalog:translate'],
  },
  {
    code: 'picker',
    names: { en: 'Picker', it: 'Magazziniere', es: 'Preparador de pedidos', id: 'Petugas gudang' },
    may: [...COLLEAGUE, 'inventory:*', 'fulfilment:*', 'orders:read', 'catalog:read'],
  },
  {
    code: 'buyer',
    names: { en: 'Buyer', it: 'Responsabile acquisti', es: 'Responsable de compras', id: 'Pembelian' },
    may: [...COLLEAGUE, 'purchasing:*', 'inventory:*', 'catalog:read', 'pricing:read', 'pricing:costs', 'orders:read'],
  },
  {
    code: 'care_agent',
    names: { en: 'Customer care', it: 'Assistenza clienti', es: 'Atención al cliente', id: 'Layanan pelanggan' },
    may: [
      ...COLLEAGUE,
      'orders:*',
      'customers:*',
      'care:*',
      'returns:*',
      'payments:read',
      'gift-cards:read',
      'gift-cards:issue',
      'gift-cards:credit',
      'loyalty:read',
      'loyalty:grant',
      'documents:read',
      'documents:send',
      'inventory:read',
      'catalog:read',
      // Who takes orders by phone finds goods with their prices.
      'pricing:read',
    ],
  },
  {
    code: 'accountant',
    names: { en: 'Accountant', it: 'Contabile', es: 'Contable', id: 'Akuntan' },
    may: [
      ...COLLEAGUE,
      'ledger:*',
      'finance:*',
      'documents:*',
      'payments:*',
      'bank:*',
      'gift-cards:*',
      'loyalty:read',
      'tax:*',
      'legal:*',
      'pricing:read',
      'pricing:costs',
      'orders:read',
      'customers:read',
    ],
  },
  {
    code: 'it',
    names: { en: 'IT', it: 'Informatica', es: 'Informática', id: 'TI' },
    may: [...COLLEAGUE, 'operations:*', 'people:*'],
  },
  {
    code: 'donor_officer',
    names: { en: 'Donor officer', it: 'Responsabile donatori', es: 'Responsable de donantes', id: 'Petugas donatur' },
    may: [...COLLEAGUE, 'donations:*', 'customers:read', 'content:read', 'payments:read', 'documents:read'],
  },
  {
    code: 'case_worker',
    names: { en: 'Case worker', it: 'Responsabile pratiche', es: 'Gestor de expedientes', id: 'Petugas layanan warga' },
    may: [...COLLEAGUE, 'public-services:*', 'documents:read', 'customers:read', 'payments:read'],
  },
  {
    code: 'partner',
    names: { en: 'Partner', it: 'Partner', es: 'Colaborador externo', id: 'Mitra' },
    may: ['orders:read', 'catalog:read', 'inventory:read'],
  },
  { code: 'auditor', names: { en: 'Auditor', it: 'Revisore', es: 'Auditor', id: 'Auditor' }, may: ['*:read'] },
]

/** The ready-made roles with their permissions spelt out, from all that the departments' manifests list. */
export function readyMadeRoles(known: readonly string[]): Role[] {
  return READY_MADE.map(({ code, names, may }) => ({
    code,
    names,
    permissions: known
      .filter((permission) => [...may, ...EVERYONE].some((pattern) => covers(pattern, permission)))
      .sort(),
  }))
}

function covers(pattern: string, permission: string): boolean {
  const [department, action] = permission.split(':')
  const [wantedDepartment, wantedAction] = pattern.split(':')
  return (
    (wantedDepartment === '*' || wantedDepartment === department) && (wantedAction === '*' || wantedAction === action)
  )
}

/** What is given to, and what is taken from, everybody who holds a role that changes. */
export function changedPermissions(before: readonly string[], after: readonly string[]): string[] {
  return [...after.filter((one) => !before.includes(one)), ...before.filter((one) => !after.includes(one))]
}

/** What the granter may do; `all` is the house itself (the first owner is made by the program). */
export type Granter = ReadonlySet<string> | 'all'

/**
 * Nobody gives a right that they lack, and nobody takes one either: else whoever manages people could unseat those who may
 * do more. The params name the first right that is missing.
 */
export function decideGrant(
  granter: Granter,
  changed: readonly Pick<Role, 'permissions'>[],
  field = 'roles',
): Result<void> {
  if (granter === 'all') return ok()
  const lacking = changed.flatMap((role) => role.permissions).find((permission) => !granter.has(permission))
  return lacking === undefined ? ok() : refusals.grants_too_much({ field, params: { permission: lacking } })
}

/** Rights over who comes in and what they may: giving them asks for a fresh proof. Seeing people is none. */
export function opensTheDoor(permissions: readonly string[]): boolean {
  return permissions.some((permission) => permission.startsWith('people:') && permission !== 'people:read')
}
