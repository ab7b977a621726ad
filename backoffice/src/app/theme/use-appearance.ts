import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { answer, api } from '../../client/api.ts'
import { sessionQuery } from '../session/session.ts'
import {
  isChosenHere,
  showContrast,
  showDensity,
  shownContrast,
  shownDensity,
  type Density,
  type Preferences,
  type Theme,
} from './appearance.ts'

const listeners = new Set<() => void>()

interface Choice {
  readonly theme?: Theme
  readonly density?: Density
}

interface Appearance {
  readonly theme: Theme
  readonly density: Density
  readonly choose: (choice: Choice) => void
}

/** Colours and space: kept on this device, and with the person for their next one. */
export function useAppearance(): Appearance {
  const client = useQueryClient()
  const apply = useApply()
  const choose = useCallback(
    (choice: Choice) => {
      apply(choice)
      if (!client.getQueryData(sessionQuery.queryKey)) return
      // What stands on the screen is right already; a preference that could not be kept is no reason to disturb.
      answer(api.PUT('/api/preferences', { body: choice })).catch(() => undefined)
    },
    [apply, client],
  )
  // Without keepTransitions Mantine injects a <style>, which the content security policy forbids.
  const { colorScheme } = useMantineColorScheme({ keepTransitions: true })
  const contrast = useSyncExternalStore(listen, shownContrast)
  const density = useSyncExternalStore(listen, shownDensity)
  return { theme: contrast ? 'contrast' : colorScheme, density, choose }
}

/** On a device where nobody chose yet: what this person chose elsewhere. */
export function usePreferredAppearance(): void {
  const apply = useApply()
  useEffect(() => {
    if (isChosenHere()) return
    const asking = new AbortController()
    answer(api.GET('/api/preferences', { signal: asking.signal })).then(
      ({ theme, density }: Preferences) =>
        theme === 'auto' && density === 'roomy' ? undefined : apply({ theme, density }),
      () => undefined,
    )
    return () => asking.abort()
  }, [apply])
}

function useApply(): (choice: Choice) => void {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  return useCallback(
    ({ theme, density }) => {
      if (theme) {
        showContrast(theme === 'contrast')
        setColorScheme(theme === 'contrast' ? 'auto' : theme)
      }
      if (density) showDensity(density)
      for (const listener of listeners) listener()
    },
    [setColorScheme],
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
