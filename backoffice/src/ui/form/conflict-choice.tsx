import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { DateText } from '../date-text.tsx'
import styles from './conflict-choice.module.css'
import type { Field } from './field.ts'
import type { Clash } from './merge-edits.ts'
import type { Choices, Loaded } from './record-state.ts'
import { ValueText } from './value-text.tsx'

interface ConflictChoiceProps {
  readonly fields: readonly Field[]
  readonly clashes: readonly Clash[]
  readonly theirs: Loaded
  readonly busy: boolean
  readonly onChoose: (choices: Choices) => void
  readonly onDiscard: () => void
  /** What a part of a field is called, where it is no language: `street` of an address. */
  readonly sayPart?: ((part: string) => string) | undefined
}

/** Two people changed the same: both stand side by side, with who and when, and one of each pair is chosen. */
export function ConflictChoice({ fields, clashes, theirs, busy, onChoose, onDiscard, sayPart }: ConflictChoiceProps) {
  const t = useTranslations('ui.form')
  const [choices, setChoices] = useState<Choices>({})
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // It stands above what was just sent; where it is only shown, nobody is moved to it.
    if (box.current?.closest('form')) box.current.focus()
  }, [])
  const isDecided = clashes.every(({ path }) => choices[path] !== undefined)
  return (
    <div ref={box} className={styles.conflict} role="alert" tabIndex={-1}>
      <strong>{t('conflict')}</strong>
      <p>{t('conflictMeaning', { count: clashes.length })}</p>
      {clashes.map((clash) => (
        <Pair
          key={clash.path}
          clash={clash}
          field={fields.find(({ name }) => name === clash.path.split('.')[0])}
          theirs={theirs}
          sayPart={sayPart}
          choice={choices[clash.path]}
          onChoose={(choice) => setChoices({ ...choices, [clash.path]: choice })}
        />
      ))}
      <div className={styles.actions}>
        <Button variant="default" onClick={onDiscard}>
          {t('takeTheirs')}
        </Button>
        <Button disabled={!isDecided} loading={busy} onClick={() => onChoose(choices)}>
          {t('saveChoice')}
        </Button>
      </div>
    </div>
  )
}

interface PairProps {
  readonly clash: Clash
  readonly field: Field | undefined
  readonly theirs: Loaded
  readonly sayPart: ConflictChoiceProps['sayPart']
  readonly choice: 'mine' | 'theirs' | undefined
  readonly onChoose: (choice: 'mine' | 'theirs') => void
}

function Pair({ clash, field, theirs, sayPart = String, choice, onChoose }: PairProps) {
  const t = useTranslations('ui.form')
  const id = useId()
  if (!field) return null
  const part = clash.path.split('.')[1]
  const label =
    part === undefined ? field.label : `${field.label} · ${isLanguage(part) ? LANGUAGE_NAMES[part] : sayPart(part)}`
  const changed = theirs.changedBy?.(clash.path)
  const sides = [
    { side: 'mine', value: clash.mine, words: t('yours') },
    { side: 'theirs', value: clash.theirs, words: changed?.name ?? t('theirs') },
  ] as const
  return (
    <fieldset className={styles.pair}>
      <legend>{label}</legend>
      {sides.map(({ side, value, words }) => (
        <label key={side} className={styles.side} htmlFor={`${id}-${side}`} data-chosen={choice === side}>
          <input
            type="radio"
            id={`${id}-${side}`}
            name={id}
            checked={choice === side}
            onChange={() => onChoose(side)}
          />
          <span className={styles.words}>
            <span className={styles.who}>
              {words}
              {side === 'theirs' && changed && (
                <>
                  {' · '}
                  <DateText value={changed.at} />
                </>
              )}
            </span>
            <span className={styles.value} {...(isLanguage(part) ? { lang: part } : {})}>
              <ValueText field={field} part={part} value={value} />
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
