import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import { useId } from 'react'

interface ActionButtonProps extends ButtonProps {
  readonly children: string
  readonly onClick: () => void
  /** Why it cannot be done now: the button stays reachable, so that everybody can learn it. */
  readonly refusal?: string | undefined
}

/** An action that the server allows or refuses; a refused one is not hidden, it says why. */
export function ActionButton({ refusal, onClick, children, ...look }: ActionButtonProps) {
  const id = useId()
  if (!refusal) {
    return (
      <Button onClick={onClick} {...look}>
        {children}
      </Button>
    )
  }
  return (
    <Tooltip label={refusal} multiline w={280} withArrow events={{ hover: true, focus: true, touch: true }}>
      <Button {...look} data-disabled aria-disabled aria-describedby={id} onClick={(click) => click.preventDefault()}>
        {children}
        <span id={id} className="sr-only">
          {refusal}
        </span>
      </Button>
    </Tooltip>
  )
}
