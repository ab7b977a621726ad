import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { importStatement } from './queries.ts'

/** Takes the bank's file; how far its entries are matched stands in the tray, as of all long work. */
export function ImportButton() {
  const t = useTranslations('bank.import')
  const may = useCan()('bank:write')
  const chooser = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mutate, isPending } = useMutation({
    mutationFn: importStatement,
    onSuccess: async ({ statements }) => {
      await client.invalidateQueries({ queryKey: ['bank'] })
      const fresh = statements.reduce((sum, one) => sum + one.fresh, 0)
      sayDone(t(statements.every(({ known }) => known) ? 'known' : 'done', { fresh }))
      const [first] = statements
      if (first && statements.length === 1)
        await navigate({ to: '/bank-entries', search: { filter: [`statementId:is:${first.id}`] } })
    },
    onError: (error) => sayRefused(error, t('failed')),
  })
  if (!may) return null
  return (
    <>
      <Button
        leftSection={<IconFileImport size={18} aria-hidden />}
        loading={isPending}
        onClick={() => chooser.current?.click()}
      >
        {t('open')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('open')}
        accept=".xml,.camt,.053,.052,.054,text/xml,application/xml"
        onChange={(change) => {
          const file = change.currentTarget.files?.[0]
          if (file) mutate(file)
          // The same file may be chosen again.
          change.currentTarget.value = ''
        }}
      />
    </>
  )
}
