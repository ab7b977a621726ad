import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconFilterPlus, IconX } from '@tabler/icons-react'
import { memo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConditionForm } from './condition-form.tsx'
import { conditionsOf, filtersOf, type Condition } from './filter.ts'
import styles from './list.module.css'
import type { ColumnDeclaration } from './list-queries.ts'
import { useConditionWords } from './use-condition-words.ts'

interface FilterChipsProps {
  readonly columns: readonly ColumnDeclaration[]
  readonly filters: readonly string[]
  readonly onChange: (filters: readonly string[]) => void
}

/** The conditions that hold, in words; each can be opened, changed and taken away by keyboard. */
export const FilterChips = memo(function FilterChips({ columns, filters, onChange }: FilterChipsProps) {
  const t = useTranslations('ui.list')
  const wordsOf = useConditionWords()
  const conditions = conditionsOf(filters)
  const [editing, setEditing] = useState<number>()
  const bar = useRef<HTMLDivElement>(null)
  const offered = columns.filter(({ operators, type }) => operators.length > 0 && type !== 'id')
  const put = (at: number, condition: Condition) => {
    setEditing(undefined)
    onChange(filtersOf(conditions.toSpliced(at, 1, condition)))
  }
  const drop = (at: number) => {
    onChange(filtersOf(conditions.toSpliced(at, 1)))
    // Whoever takes a chip away by keyboard stays in the bar.
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('button')?.focus())
  }
  return (
    <div className={styles.filters} ref={bar}>
      {conditions.map((condition, index) => {
        const column = columns.find(({ key }) => key === condition.column)
        const words = wordsOf(condition, column)
        const isEditable = offered.some(({ key }) => key === condition.column)
        return (
          <span key={`${condition.column}${condition.operator}${index}`} className={styles.condition}>
            <Popover
              opened={editing === index}
              onChange={(opened) => !opened && setEditing(undefined)}
              position="bottom-start"
              width={288}
              withinPortal={false}
              trapFocus
              returnFocus
              shadow="md"
            >
              <Popover.Target>
                <button
                  type="button"
                  className={styles.conditionWords}
                  disabled={!isEditable}
                  onClick={() => setEditing(editing === index ? undefined : index)}
                >
                  {words}
                </button>
              </Popover.Target>
              <Popover.Dropdown aria-label={words}>
                <ConditionForm columns={offered} condition={condition} onSubmit={(next) => put(index, next)} />
              </Popover.Dropdown>
            </Popover>
            <ActionIcon
              variant="transparent"
              className={styles.remove}
              aria-label={t('removeFilter', { filter: words })}
              onClick={() => drop(index)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </span>
        )
      })}
      {offered.length > 0 && (
        <Popover
          opened={editing === -1}
          onChange={(opened) => !opened && setEditing(undefined)}
          position="bottom-start"
          width={288}
          withinPortal={false}
          trapFocus
          returnFocus
          shadow="md"
        >
          <Popover.Target>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconFilterPlus size={16} aria-hidden />}
              onClick={() => setEditing(editing === -1 ? undefined : -1)}
            >
              {t('addFilter')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('addFilter')}>
            <ConditionForm columns={offered} onSubmit={(next) => put(conditions.length, next)} />
          </Popover.Dropdown>
        </Popover>
      )}
      {conditions.length > 1 && (
        <Button variant="subtle" size="sm" onClick={() => onChange([])}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  )
})
