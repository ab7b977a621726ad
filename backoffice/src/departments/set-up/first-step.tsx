import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { isSettled, setUpGuide } from './queries.ts'

// i18n-dynamic: set-up.steps.*

/** On an empty screen: the step of the guide that would fill it; nothing where that is done, or not this person's to do. */
export function FirstStep({ step }: { readonly step: 'product' | 'location' | 'market' | 'payment' | 'people' }) {
  const t = useTranslations('set-up')
  const can = useCan()
  const { data } = useQuery({ ...setUpGuide, enabled: can('organisation:write') && can('organisation:read') })
  const found = data?.steps.find(({ code }) => code === step)
  if (!found || isSettled(found)) return null
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/set-up" search={{ step }} {...props} />}>
      {t('firstStep', { step: t(`steps.${step}.title`) })}
    </Button>
  )
}
