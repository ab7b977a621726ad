import { Button } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

interface OidcButtonsProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  /** The one to which the browser is on its way. */
  readonly going: string | undefined
  readonly onChoose: (id: string) => void
}

/** One for each provider by which people here sign in. */
export function OidcButtons({ providers, going, onChoose }: OidcButtonsProps) {
  const t = useTranslations('app.provider')
  return providers.map(({ id, name }) => (
    <Button
      key={id}
      variant="default"
      size="md"
      leftSection={<IconBuildingBank size={20} aria-hidden />}
      loading={going === id}
      fullWidth
      onClick={() => onChoose(id)}
    >
      {t('signInWith', { name })}
    </Button>
  ))
}
