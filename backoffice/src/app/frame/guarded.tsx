import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconLock } from '@tabler/icons-react'
import { PageHeader } from '../../ui/page-header.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSession } from '../session/session.ts'

/** The server refuses anyway; here a person learns which permission to ask for. */
export function Guarded({ permission, children }: { readonly permission: string; readonly children: ReactNode }) {
  const { permissions, closed } = useSession()
  const t = useTranslations('app.forbidden')
  if (permissions.includes(permission)) return children
  const isBeyond = closed.includes(permission)
  return (
    <>
      <PageHeader title={t('title')} />
      <Notice icon={IconLock} title={t(isBeyond ? 'beyond' : 'needs')}>
        {isBeyond ? t('beyondRemedy') : t.rich('remedy', { permission, code: (chunks) => <code>{chunks}</code> })}
      </Notice>
    </>
  )
}
