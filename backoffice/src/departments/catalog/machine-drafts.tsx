import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { draftTranslations, machineTranslator } from './machine-queries.ts'
import type { Wanted } from './translation-queries.ts'

/** Nothing where nobody has set a program up. */
export function MachineDrafts({ wanted: { kind, language } }: { readonly wanted: Wanted }) {
  const t = useTranslations('catalog.machine')
  const { data } = useQuery(machineTranslator)
  const [isAsking, setAsking] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => draftTranslations({ kind, language }),
    onSuccess: () => {
      setAsking(false)
      sayDone(t('begun'))
    },
  })
  if (!data?.enabled) return null
  const { provider, monthlyCharacters, usedCharacters } = data
  return (
    <>
      <Button variant="default" leftSection={<IconSparkles size={18} aria-hidden />} onClick={() => setAsking(true)}>
        {t('draft')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('draftTitle', { language: LANGUAGE_NAMES[language] })}
        confirm={t('draft')}
        busy={isPending}
        error={error}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('draftMeaning', { provider })}</p>
        <p>{t('left', { left: Math.max(0, monthlyCharacters - usedCharacters) })}</p>
      </ConfirmDialog>
    </>
  )
}
