// A combobox with a list has no tags of its own in HTML (WAI-ARIA Authoring Practices).
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Loader, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../ui/form-error.tsx'
import { KeysText } from './keys-text.tsx'
import styles from './palette.module.css'
import { useChoices, type Choice } from './use-choices.ts'

/**
 * Find and do anything: a combobox with a list (WAI-ARIA Authoring Practices, "Combobox"). The focus stays in the field;
 * the arrows move what is chosen.
 */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('app.palette')
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className="sr-only">{t('open')}</span>}
      withCloseButton={false}
      fullScreen={isPhone}
      size={640}
      centered={false}
      yOffset="12dvh"
      radius={isPhone ? 0 : 'lg'}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.sheet, header: styles.header, body: styles.body }}
    >
      <Body onClose={onClose} isPhone={isPhone} />
    </Modal>
  )
}

function Body({ onClose, isPhone }: { readonly onClose: () => void; readonly isPhone: boolean }) {
  const t = useTranslations('app.palette')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { groups, isSearching, error } = useChoices(typed)
  const choices = groups.flatMap((group) => group.choices)
  const current = choices[Math.min(at, choices.length - 1)]
  const list = useRef<HTMLDivElement>(null)
  const currentId = current && `${id}-${current.id}`
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  const take = (choice: Choice | undefined, beside: boolean) => {
    if (!choice || choice.refusal) return
    if (beside && choice.href) {
      window.open(choice.href, '_blank', 'noopener')
      return
    }
    onClose()
    // After the dialog gave the focus back, so that the new screen's heading keeps it.
    setTimeout(choice.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    const moves: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }
    const to = moves[event.key]
    if (to !== undefined) setAt(Math.max(0, to))
    else if (event.key === 'Enter') take(current, event.ctrlKey || event.metaKey)
    else return
    event.preventDefault()
  }
  const nothing = typed.trim() !== '' && !isSearching && choices.length === 0 && !error
  return (
    <>
      <div className={styles.field}>
        {isPhone ? (
          <button type="button" className={styles.back} aria-label={t('close')} onClick={onClose}>
            <IconArrowLeft size={20} aria-hidden />
          </button>
        ) : (
          <IconSearch size={20} stroke={1.75} aria-hidden />
        )}
        <input
          data-autofocus
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={t('label')}
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={currentId}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={t('placeholder')}
          value={typed}
          onChange={(change) => {
            setTyped(change.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        {isSearching && typed.trim().length > 1 && <Loader size="xs" aria-hidden />}
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('results')} className={styles.list}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`}>
            <div id={`${id}-group-${group.id}`} className={styles.groupName} role="presentation">
              {group.label}
            </div>
            {group.choices.map((choice) => (
              <Option
                key={choice.id}
                id={`${id}-${choice.id}`}
                choice={choice}
                chosen={choice === current}
                onHover={() => setAt(choices.indexOf(choice))}
                onTake={(beside) => take(choice, beside)}
              />
            ))}
          </div>
        ))}
      </div>
      {nothing && <p className={styles.nothing}>{t('nothing', { typed: typed.trim() })}</p>}
      {error !== null && error !== undefined && (
        <div className={styles.nothing}>
          <FormError error={error} />
        </div>
      )}
      <output className="sr-only" aria-live="polite">
        {!isSearching && typed.trim() !== '' ? t('count', { count: choices.length }) : ''}
      </output>
      {!isPhone && (
        <div className={styles.foot} aria-hidden>
          <span>{t.rich('footMove', { kbd: (keys) => <kbd>{keys}</kbd> })}</span>
          <span>{t.rich('footOpen', { kbd: (keys) => <kbd>{keys}</kbd> })}</span>
          <span>{t.rich('footBeside', { kbd: (keys) => <kbd>{keys}</kbd> })}</span>
          <span>{t.rich('footHelp', { kbd: (keys) => <kbd>{keys}</kbd> })}</span>
        </div>
      )}
    </>
  )
}

interface OptionProps {
  readonly id: string
  readonly choice: Choice
  readonly chosen: boolean
  readonly onHover: () => void
  readonly onTake: (beside: boolean) => void
}

/** The field keeps the focus and hears the keys; the pointer chooses here. */
function Option({ id, choice, chosen, onHover, onTake }: OptionProps) {
  const { title, subtitle, icon: Icon, keys, refusal } = choice
  return (
    // Keys stay in the field above, which opens what it points at (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-disabled={refusal ? true : undefined}
      className={styles.option}
      onMouseMove={chosen ? undefined : onHover}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onTake(event.ctrlKey || event.metaKey)}
    >
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={styles.words}>
        <span>{title}</span>
        {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
      </span>
      {keys && <KeysText keys={keys} />}
    </div>
  )
}
