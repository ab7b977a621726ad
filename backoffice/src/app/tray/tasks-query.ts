import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

import { TRAY_KEY } from './heard-task.ts'

export type TrayTask = RowOf<Got<'/api/tasks'>>

const SHOWN = 8

/** This person's latest long work; what changes is told live, and this is the truth after a reload. */
export const trayTasks = queryOptions({
  queryKey: TRAY_KEY,
  queryFn: ({ signal }) => answer(api.GET('/api/tasks', { params: { query: { limit: SHOWN } }, signal })),
})

export function stopTask(id: string) {
  return answer(api.POST('/api/tasks/{id}/cancellation', { params: { path: { id } } }))
}
