import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import styles from './filter-bar.module.css'

const TYPING_MS = 250

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onSearch: (text: string) => void
}

/** Searches once typing pauses. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const t = useTranslations('ui.filter')
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    // The address changed by itself: going back, or a filter that was taken away.
    setKnown(value)
    setText(value)
  }
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onSearch(text), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <TextInput
      className={styles.search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(change) => setText(change.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('clear')} onClick={() => setText('')} />}
    />
  )
}

interface StateChipsProps<State extends string> {
  readonly label: string
  readonly all: string
  readonly states: readonly { readonly value: State; readonly label: string }[]
  readonly value: State | undefined
  readonly onChange: (state: State | undefined) => void
}

/** One of several states, or all; reads as words. */
export function StateChips<State extends string>({ label, all, states, value, onChange }: StateChipsProps<State>) {
  return (
    <fieldset className={styles.chips} aria-label={label}>
      <Chip pressed={value === undefined} onClick={() => onChange(undefined)}>
        {all}
      </Chip>
      {states.map((state) => (
        <Chip key={state.value} pressed={value === state.value} onClick={() => onChange(state.value)}>
          {state.label}
        </Chip>
      ))}
    </fieldset>
  )
}

function Chip({
  pressed,
  onClick,
  children,
}: {
  readonly pressed: boolean
  readonly onClick: () => void
  readonly children: string
}) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  )
}

export function FilterBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>
}
