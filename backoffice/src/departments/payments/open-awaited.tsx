import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'

/** From the payouts to what none of them brought. */
export function OpenAwaited() {
  const t = useTranslations('payments.payouts.awaited')
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/payouts/awaited" {...props} />}>
      {t('open')}
    </Button>
  )
}
