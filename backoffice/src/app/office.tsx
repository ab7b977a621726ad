import { MantineProvider, MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { SpeechProvider } from './messages/speech.tsx'
import type { Spoken } from './messages/words.ts'
import { queryClient } from './query-client.ts'
import { router } from './router.tsx'
import { appearanceStore } from './theme/appearance.ts'
import { theme } from './theme/theme.ts'

interface OfficeProps {
  readonly first: Spoken
}

/** The variables and classes that Mantine would inject stand in virtual:theme.css (vite.config.ts says why). */
export function Office({ first }: OfficeProps) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={appearanceStore}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <SpeechProvider first={first}>
        <QueryClientProvider client={queryClient}>
          <Notices />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </SpeechProvider>
    </MantineProvider>
  )
}

/** What passes by in the corner; whoever listens hears what its button does, whoever says it. */
function Notices() {
  const close = useTranslations('ui.dialog')('close')
  const named = useMemo(
    () => ({ components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } } }),
    [close],
  )
  return (
    <MantineThemeProvider theme={named} inherit>
      <Notifications position="bottom-right" limit={3} />
    </MantineThemeProvider>
  )
}
