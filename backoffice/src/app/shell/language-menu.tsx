import { ActionIcon, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../messages/languages.ts'
import { useSpeech } from '../messages/speech.tsx'

export function LanguageMenu() {
  const t = useTranslations('app.shell')
  const { language, speak } = useSpeech()
  return (
    <Menu position="bottom-end" width={208}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className="icon-button" aria-label={t('language')}>
          <IconLanguage size={20} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={language} onChange={(next) => isLanguage(next) && void speak(next)}>
          {LANGUAGES.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
              {LANGUAGE_NAMES[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
