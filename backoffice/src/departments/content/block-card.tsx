import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import styles from './content.module.css'
import type { Block, Value } from './queries.ts'
import { WordsField } from './words-field.tsx'

// i18n-dynamic: content.blocks.*
// i18n-dynamic: content.required.*

const WITH_TEXT = new Set<Block['type']>(['heading', 'paragraph', 'button', 'address', 'links'])

interface BlockCardProps {
  readonly block: Block
  readonly at: number
  readonly count: number
  readonly values: readonly Value[]
  readonly lang: string
  readonly disabled: boolean
  readonly error: string | undefined
  readonly onChange: (block: Block) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

/** One block of a letter: what it says or shows, and when. What cannot be left out says so, and stays. */
export function BlockCard(props: BlockCardProps) {
  const { block, at, count, values, lang, disabled, error, onChange, onMove, onRemove } = props
  const t = useTranslations('content')
  const { type, text, value, when } = block
  const shown = values.find(({ name }) => name === value)
  const alike = values.filter((one) => one.block === type)
  const required = shown?.required ?? null
  const name = shown && alike.length < 2 ? shown.label : t(`blocks.${type}`)
  const order = at + 1
  return (
    <li className={styles.block} data-error={error !== undefined}>
      <div className={styles.blockHead}>
        <span className={styles.blockName}>
          <strong>{name}</strong>
          {required && <span className={styles.note}>{t(`required.${required}`)}</span>}
        </span>
        {!disabled && (
          <span className={styles.blockActions}>
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t('moveUp', { order, name })}
              disabled={at === 0}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t('moveDown', { order, name })}
              disabled={at === count - 1}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t('remove', { order, name })}
              disabled={required !== null}
              onClick={onRemove}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
      {WITH_TEXT.has(type) && (
        <WordsField
          label={t(type === 'button' ? 'buttonSays' : type === 'address' || type === 'links' ? 'above' : 'words')}
          value={text ?? ''}
          values={values.filter((one) => one.type === 'text')}
          lines={type === 'paragraph'}
          lang={lang}
          disabled={disabled}
          error={error}
          onChange={(words) => onChange({ ...block, text: words })}
        />
      )}
      {alike.length > 1 && (
        <NativeSelect
          label={t('shows')}
          disabled={disabled}
          data={alike.map(({ name: one, label }) => ({ value: one, label }))}
          value={value ?? ''}
          onChange={(change) => onChange({ ...block, value: change.currentTarget.value })}
        />
      )}
      {!WITH_TEXT.has(type) && error && <p className={styles.error}>{error}</p>}
      {required === null && (
        <NativeSelect
          label={t('when')}
          disabled={disabled}
          data={[
            { value: '', label: t('always') },
            ...values.flatMap(({ name: one, label }) => [
              { value: `${one} there`, label: t('ifThere', { value: label }) },
              { value: `${one} missing`, label: t('ifMissing', { value: label }) },
            ]),
          ]}
          value={when ? `${when.value} ${when.is}` : ''}
          onChange={(change) => onChange(shownWhen(block, change.currentTarget.value))}
        />
      )}
    </li>
  )
}

function shownWhen(block: Block, chosen: string): Block {
  const [value = '', is] = chosen.split(' ')
  const next = { ...block }
  delete next.when
  return is === 'there' || is === 'missing' ? { ...next, when: { value, is } } : next
}
