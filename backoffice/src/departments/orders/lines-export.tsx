import { Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { answer, api } from '../../client/api.ts'
import { saveFile, sayRefused } from '../../ui/done.ts'
import { zone, type ExportFormat, type ListQuestion } from '../../ui/list/list-queries.ts'

/** The lines of the orders that the list shows, a row each. */
export function LinesExport({ question: { filter, search } }: { readonly question: ListQuestion }) {
  const t = useTranslations('orders')
  const { mutate } = useMutation({
    mutationFn: (format: ExportFormat) => {
      const query = { filter: [...filter], search, zone: zone(), format, bom: true }
      const asked = api.GET('/api/order-lines/export', { params: { query }, parseAs: 'blob' })
      return answer(asked) as Promise<unknown> as Promise<Blob>
    },
    onSuccess: (file, format) => saveFile(file, `order-lines.${format}`),
    onError: (error) => sayRefused(error, t('linesFailed')),
  })
  return (
    <>
      <Menu.Item onClick={() => mutate('csv')}>{t('linesCsv')}</Menu.Item>
      <Menu.Item onClick={() => mutate('xlsx')}>{t('linesXlsx')}</Menu.Item>
    </>
  )
}
