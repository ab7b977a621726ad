import { ActionIcon, isMantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'

const ICONS = { light: IconSun, dark: IconMoon, auto: IconSunMoon }
const SCHEMES = ['light', 'dark', 'auto'] as const

export function AppearanceMenu() {
  const t = useTranslations('app.shell.appearance')
  // Without keepTransitions Mantine injects a <style>, which the content security policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const Icon = ICONS[colorScheme]
  return (
    <Menu position="bottom-end" width={208}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className="icon-button" aria-label={t('label')}>
          <Icon size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => isMantineColorScheme(next) && setColorScheme(next)}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(scheme)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
