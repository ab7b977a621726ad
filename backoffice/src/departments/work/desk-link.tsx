import { ActionIcon } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { TalkAbout } from './talk-queries.ts'

/** To the desk of a record that has no page of its own: its to-dos, files, talk and history. */
export function DeskLink({ record: { type, id }, name }: { readonly record: TalkAbout; readonly name: string }) {
  const t = useTranslations('work.desk')
  return (
    <ActionIcon
      component={Link}
      to={`/records/${type}/${id}`}
      variant="subtle"
      color="gray"
      size={44}
      aria-label={t('open', { name })}
      title={t('title')}
    >
      <IconMessages size={18} aria-hidden />
    </ActionIcon>
  )
}
