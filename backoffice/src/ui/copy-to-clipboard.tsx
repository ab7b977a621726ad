import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'

interface CopyToClipboardProps {
  readonly value: string
  /** What the button says, and what for a moment when it has copied. */
  readonly copy: string
  readonly copied: string
  readonly variant?: 'default' | 'filled'
}

export function CopyToClipboard({ value, copy, copied, variant = 'filled' }: CopyToClipboardProps) {
  const clipboard = useClipboard({ timeout: 3000 })
  const Icon = clipboard.copied ? IconCheck : IconCopy
  return (
    <Button variant={variant} leftSection={<Icon size={18} aria-hidden />} onClick={() => clipboard.copy(value)}>
      {clipboard.copied ? copied : copy}
    </Button>
  )
}
