import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Block, Value } from './queries.ts'

// i18n-dynamic: content.blocks.*

interface AddBlockProps {
  readonly values: readonly Value[]
  readonly onAdd: (block: Block) => void
}

/** At the end: words, or one of the values that stand by themselves. */
export function AddBlock({ values, onAdd }: AddBlockProps) {
  const t = useTranslations('content')
  const alone = values.filter(({ block }) => block !== null)
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflow: 'auto' }}>
        <Menu.Item onClick={() => onAdd({ type: 'heading', text: '' })}>{t('blocks.heading')}</Menu.Item>
        <Menu.Item onClick={() => onAdd({ type: 'paragraph', text: '' })}>{t('blocks.paragraph')}</Menu.Item>
        <Menu.Item onClick={() => onAdd({ type: 'divider' })}>{t('blocks.divider')}</Menu.Item>
        <Menu.Divider />
        {alone.map(({ name, label, block }) => (
          <Menu.Item key={name} onClick={() => onAdd(blockOf(name, block))}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function blockOf(value: string, block: Value['block']): Block {
  const type = (block ?? 'paragraph') as Block['type']
  return ['button', 'address', 'links'].includes(type) ? { type, value, text: '' } : { type, value }
}
