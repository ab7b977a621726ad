import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'
import type { Target, TranslatedKind } from './translation-queries.ts'

export type MachineTranslator = Got<'/api/machine-translator'>

export const machineTranslator = queryOptions({
  queryKey: ['catalog', 'machine-translator'],
  queryFn: ({ signal }) => answer(api.GET('/api/machine-translator', { signal })),
})

export interface MachineWish {
  readonly enabled: boolean
  readonly address: string
  /** Left out, the one that is there stays. */
  readonly key?: string
  readonly monthlyCharacters: number
}

export function putMachineTranslator(body: MachineWish, version: number) {
  return answer(api.PUT('/api/machine-translator', { params: { header: { 'If-Match': `"${version}"` } }, body }))
}

/** A task: its figures are in the tray. */
export function draftTranslations(body: { kind: TranslatedKind; language: Target }) {
  return answer(api.POST('/api/machine-drafts', { body }))
}
