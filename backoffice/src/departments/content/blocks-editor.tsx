import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '../../client/problem.ts'
import { AddBlock } from './add-block.tsx'
import { BlockCard } from './block-card.tsx'
import styles from './content.module.css'
import type { Block, Content, Value } from './queries.ts'
import { WordsField } from './words-field.tsx'

interface BlocksEditorProps {
  readonly content: Content
  readonly values: readonly Value[]
  readonly lang: string
  readonly disabled: boolean
  /** The last refusal: shown where it says. */
  readonly problem: Problem | undefined
  readonly onChange: (content: Content) => void
}

/** Subject, preheader and the blocks of a letter, one below the other. */
export function BlocksEditor({ content, values, lang, disabled, problem, onChange }: BlocksEditorProps) {
  const t = useTranslations('content')
  const { subject, preheader, blocks } = content
  const keys = useKeys(blocks.length)
  const texts = values.filter(({ type }) => type === 'text')
  const { field = '', title } = problem?.body ?? {}
  const errorAt = (name: string) => (field === name || field.startsWith(`${name}.`) ? title : undefined)
  const put = (next: readonly Block[]) => onChange({ ...content, blocks: [...next] })
  return (
    <div className={styles.editor}>
      <WordsField
        label={t('subject')}
        value={subject}
        values={texts}
        lang={lang}
        disabled={disabled}
        error={errorAt('subject')}
        onChange={(words) => onChange({ ...content, subject: words })}
      />
      <WordsField
        label={t('preheader')}
        value={preheader}
        values={texts}
        lang={lang}
        disabled={disabled}
        error={errorAt('preheader')}
        onChange={(words) => onChange({ ...content, preheader: words })}
      />
      {field === 'blocks' && <p className={styles.error}>{title}</p>}
      <ol className={styles.blocks}>
        {blocks.map((block, at) => (
          <BlockCard
            key={keys.of(at)}
            block={block}
            at={at}
            count={blocks.length}
            values={values}
            lang={lang}
            disabled={disabled}
            error={errorAt(`blocks.${at}`)}
            onChange={(next) => put(blocks.map((one, other) => (other === at ? next : one)))}
            onMove={(by) => {
              keys.swap(at, at + by)
              put(swapped(blocks, at, at + by))
            }}
            onRemove={() => {
              keys.drop(at)
              put(blocks.filter((_, other) => other !== at))
            }}
          />
        ))}
      </ol>
      {!disabled && (
        <div>
          <AddBlock values={values} onAdd={(block) => put([...blocks, block])} />
        </div>
      )}
    </div>
  )
}

function swapped<Item>(items: readonly Item[], one: number, other: number): Item[] {
  const next = [...items]
  const [a, b] = [next[one], next[other]]
  if (a !== undefined && b !== undefined) {
    next[one] = b
    next[other] = a
  }
  return next
}

/** Blocks have no names: each keeps a key of its own while it is moved, so that the caret stays in its words. */
function useKeys(count: number) {
  const [kept, setKept] = useState<readonly number[]>([])
  const next = Math.max(-1, ...kept) + 1
  const keys = Array.from({ length: count }, (_, at) => kept[at] ?? next + at)
  return {
    of: (at: number) => keys[at],
    swap: (one: number, other: number) => setKept(swapped(keys, one, other)),
    drop: (at: number) => setKept(keys.filter((_, other) => other !== at)),
  }
}
