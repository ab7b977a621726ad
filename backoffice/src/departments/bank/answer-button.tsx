import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { importAnswer } from './debit-queries.ts'

/** What the bank answers to a file of ours: what it refuses. */
export function AnswerButton() {
  const t = useTranslations('bank.answer')
  const chooser = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: importAnswer,
    onSuccess: async ({ refused }) => {
      await client.invalidateQueries({ queryKey: ['bank'] })
      sayDone(t('done', { count: refused }))
    },
    onError: (error) => sayRefused(error, t('failed')),
  })
  return (
    <>
      <Button variant="default" loading={isPending} onClick={() => chooser.current?.click()}>
        {t('open')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('open')}
        accept=".xml,text/xml,application/xml"
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
