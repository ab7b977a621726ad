import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './imports.module.css'

interface FilePickerProps {
  readonly name: string | undefined
  readonly onChoose: (file: File) => void
}

export function FilePicker({ name, onChoose }: FilePickerProps) {
  const t = useTranslations('catalog.import')
  const [over, setOver] = useState(false)
  const take = (file: File | undefined) => file && onChoose(file)
  return (
    // Dropping is for the mouse; the keyboard has the field inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <label
      className={styles.picker}
      data-over={over}
      onDragOver={(drag) => {
        drag.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        drop.preventDefault()
        setOver(false)
        take(drop.dataTransfer.files[0])
      }}
    >
      <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />
      <strong>{name ?? t('choose')}</strong>
      <span className="dimmed">{t('chooseMeaning')}</span>
      <input
        type="file"
        className="sr-only"
        accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson"
        onChange={(change) => {
          take(change.currentTarget.files?.[0])
          // The same file, corrected, may be chosen again.
          change.currentTarget.value = ''
        }}
      />
    </label>
  )
}
