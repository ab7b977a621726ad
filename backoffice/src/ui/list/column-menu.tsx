import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslations } from 'use-intl'
import styles from './list.module.css'
import type { ColumnDeclaration } from './list-queries.ts'

interface ColumnMenuProps {
  /** All that the list can show. */
  readonly columns: readonly ColumnDeclaration[]
  /** Keys of those shown, in their order. */
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[] | undefined) => void
}

/** Which columns stand in the table, and in which order; the first one leads to the record and stays. */
export const ColumnMenu = memo(function ColumnMenu({ columns, shown, onChange }: ColumnMenuProps) {
  const t = useTranslations('ui.list')
  const labelOf = (key: string) => columns.find((one) => one.key === key)?.label ?? key
  const hidden = columns.filter(({ key }) => !shown.includes(key))
  const move = (from: number, to: number) => {
    const key = shown[from]
    if (key !== undefined) onChange(shown.toSpliced(from, 1).toSpliced(to, 0, key))
  }
  return (
    <Popover position="bottom-end" width={304} withinPortal={false} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns')}>
        <ul className={styles.columnList}>
          {shown.map((key, index) => (
            <li key={key}>
              <Checkbox
                label={labelOf(key)}
                checked
                disabled={index === 0}
                onChange={() => onChange(shown.filter((one) => one !== key))}
              />
              {index > 0 && (
                <span className={styles.moves}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('moveUp', { column: labelOf(key) })}
                    disabled={index === 1}
                    onClick={() => move(index, index - 1)}
                  >
                    <IconArrowUp size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('moveDown', { column: labelOf(key) })}
                    disabled={index === shown.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    <IconArrowDown size={16} aria-hidden />
                  </ActionIcon>
                </span>
              )}
            </li>
          ))}
          {hidden.map(({ key, label }) => (
            <li key={key}>
              <Checkbox label={label} checked={false} onChange={() => onChange([...shown, key])} />
            </li>
          ))}
        </ul>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined)}>
          {t('resetColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
})
