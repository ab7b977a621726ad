import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { keepLanguage, type Language } from './languages.ts'
import { speakIn, type Spoken } from './words.ts'

interface Speech {
  readonly language: Language
  readonly speak: (language: Language) => Promise<void>
}

const SpeechContext = createContext<Speech | undefined>(undefined)

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech needs SpeechProvider above it')
  return speech
}

interface SpeechProviderProps {
  readonly first: Spoken
  readonly children: ReactNode
}

/** Holds the language; another one is fetched first and shown whole, so that no half-translated screen appears. */
export function SpeechProvider({ first, children }: SpeechProviderProps) {
  const [{ language, messages }, setSpoken] = useState(first)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speech = useMemo<Speech>(
    () => ({
      language,
      speak: async (next) => {
        const spoken = await speakIn(next)
        keepLanguage(next)
        document.documentElement.lang = next
        setSpoken(spoken)
      },
    }),
    [language],
  )
  return (
    <SpeechContext value={speech}>
      <IntlProvider locale={language} messages={messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
        {children}
      </IntlProvider>
    </SpeechContext>
  )
}
