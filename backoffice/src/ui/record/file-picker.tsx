import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'

interface FilePickerProps {
  readonly busy: boolean
  readonly onPick: (files: File[]) => void
}

/** A button that asks for files of this device. */
export function FilePicker({ busy, onPick }: FilePickerProps) {
  const t = useTranslations('ui.record')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        leftSection={<IconUpload size={14} aria-hidden />}
        onClick={() => picker.current?.click()}
      >
        {t('add')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('add')}
        onChange={(change) => {
          onPick([...(change.currentTarget.files ?? [])])
          change.currentTarget.value = ''
        }}
      />
    </>
  )
}
