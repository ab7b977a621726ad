import { useQuery } from '@tanstack/react-query'
import { answer, api, type Got } from '../../client/api.ts'

export type Task = Got<'/api/tasks/{id}'>

const LOOK_AGAIN_MS = 500

/** Long work that this person started, looked at until it ends. */
export function useTask(id: string | null | undefined): Task | undefined {
  const { data } = useQuery({
    queryKey: ['tasks', id],
    queryFn: ({ signal }) => answer(api.GET('/api/tasks/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: Boolean(id),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : LOOK_AGAIN_MS),
  })
  return data
}

export function hasEnded({ state }: Task): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

/** Asks it to stop; what is whole by then stays. */
export function cancelTask(id: string) {
  return answer(api.POST('/api/tasks/{id}/cancellation', { params: { path: { id } } }))
}
