import { ActionIcon, Menu } from '@mantine/core'
import { IconContrast, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Density, Theme } from '../theme/appearance.ts'
import { useAppearance } from '../theme/use-appearance.ts'

// i18n-dynamic: app.appearance.themes.*, app.appearance.densities.*
const ICONS = { light: IconSun, dark: IconMoon, auto: IconSunMoon, contrast: IconContrast }
const THEMES: readonly Theme[] = ['light', 'dark', 'auto', 'contrast']
const DENSITIES: readonly Density[] = ['roomy', 'dense']

export function AppearanceMenu() {
  const t = useTranslations('app.appearance')
  const { theme, density, choose } = useAppearance()
  const Icon = ICONS[theme]
  return (
    <Menu position="bottom-end" width={224}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className="icon-button" aria-label={t('label')}>
          <Icon size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('theme')}</Menu.Label>
        <Menu.RadioGroup value={theme} onChange={(next) => choose({ theme: next as Theme })}>
          {THEMES.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {t(`themes.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('density')}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(next) => choose({ density: next as Density })}>
          {DENSITIES.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {t(`densities.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
