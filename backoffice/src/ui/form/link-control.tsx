import { Button, Popover, TextInput } from '@mantine/core'
import { RichTextEditor, useRichTextEditorContext } from '@mantine/tiptap'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './rich-text-input.module.css'

/** Leads the chosen words somewhere; an address without a scheme is one of the web. */
export function LinkControl() {
  const t = useTranslations('ui.form.rich')
  const { editor } = useRichTextEditorContext()
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const open = () => {
    setAddress(String(editor?.getAttributes('link').href ?? ''))
    setOpen(true)
  }
  const set = () => {
    const chain = editor?.chain().focus().extendMarkRange('link')
    if (address.trim() === '') chain?.unsetLink().run()
    else chain?.setLink({ href: withScheme(address.trim()) }).run()
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <RichTextEditor.Control
          aria-label={t('link')}
          title={t('link')}
          active={editor?.isActive('link') ?? false}
          onClick={open}
        >
          <IconLink size={16} stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('link')}>
        <div className={styles.link}>
          <TextInput
            label={t('address')}
            value={address}
            onChange={(change) => setAddress(change.currentTarget.value)}
            onKeyDown={(key) => {
              if (key.key !== 'Enter') return
              // The form around it is not meant.
              key.preventDefault()
              set()
            }}
          />
          <Button onClick={set}>{t('setLink')}</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function withScheme(address: string): string {
  return /^(?:[a-z]+:|\/|#)/i.test(address) ? address : `https://${address}`
}
