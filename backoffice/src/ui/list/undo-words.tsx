import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './list.module.css'

/** Stands in the notice of what was done; works once. */
export function UndoWords({ words, onUndo }: { readonly words: string; readonly onUndo: () => void }) {
  const t = useTranslations('ui.list.paste')
  const [isAsked, setAsked] = useState(false)
  return (
    <span className={styles.undo}>
      {words}
      <Button
        variant="default"
        size="compact-sm"
        disabled={isAsked}
        onClick={() => {
          setAsked(true)
          onUndo()
        }}
      >
        {t('undo')}
      </Button>
    </span>
  )
}
