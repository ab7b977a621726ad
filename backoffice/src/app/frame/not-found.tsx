import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function NotFound() {
  const t = useTranslations('app.notFound')
  return (
    <>
      <PageHeader title={t('title')} />
      <Notice icon={IconMapQuestion} title={t('nothingHere')} action={<HomeButton label={t('home')} />}>
        {t('remedy')}
      </Notice>
    </>
  )
}

function HomeButton({ label }: { readonly label: string }) {
  return <Button renderRoot={(props) => <Link to="/" {...props} />}>{label}</Button>
}
