import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { saveFile, sayRefused } from '../done.ts'
import { exportList, type ExportFormat, type ListPath, type ListQuestion } from './list-queries.ts'

interface ExportMenuProps {
  readonly path: ListPath
  readonly name: string
  readonly question: ListQuestion
  readonly columns: readonly string[]
  /** Files of another kind than what is shown: items of the menu. */
  readonly more?: ReactNode
}

/** A file of exactly what is shown: these rows, these columns, this order. */
export function ExportMenu({ path, name, question, columns, more }: ExportMenuProps) {
  const t = useTranslations('ui.list')
  const { mutate, isPending } = useMutation({
    mutationFn: (format: ExportFormat) => exportList(path, { ...question, columns, format }),
    onSuccess: (file, format) => saveFile(file, `${name}.${format}`),
    onError: (error) => sayRefused(error, t('exportFailed')),
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="sm" loading={isPending} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => mutate('csv')}>{t('exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => mutate('xlsx')}>{t('exportXlsx')}</Menu.Item>
        {more}
      </Menu.Dropdown>
    </Menu>
  )
}
