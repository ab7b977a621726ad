import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'

/** From the list of orders to those that staff take, and to what sorts and holds them. */
export function DeskLinks() {
  const t = useTranslations('orders')
  return (
    <>
      <Button variant="default" renderRoot={(props) => <Link to="/orders/drafts" {...props} />}>
        {t('draft.title')}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/orders/tags" {...props} />}>
        {t('tags.title')}
      </Button>
      <Button variant="default" renderRoot={(props) => <Link to="/orders/rules" {...props} />}>
        {t('rules.title')}
      </Button>
    </>
  )
}
