import { Button, TextInput } from '@mantine/core'
import { CopyToClipboard } from './copy-to-clipboard.tsx'
import styles from './shown-once.module.css'

interface ShownOnceProps {
  readonly value: string
  readonly words: {
    readonly meaning: string
    readonly label: string
    readonly copy: string
    readonly copied: string
    readonly done: string
  }
  readonly onDone: () => void
}

/** A secret that the house cannot show again, ready to be carried to the program that needs it. */
export function ShownOnce({ value, words, onDone }: ShownOnceProps) {
  return (
    <div className={styles.stack}>
      <p>{words.meaning}</p>
      <TextInput
        label={words.label}
        readOnly
        value={value}
        classNames={{ input: styles.secret ?? '' }}
        onFocus={(focus) => focus.currentTarget.select()}
      />
      <div className={styles.buttons}>
        <CopyToClipboard value={value} copy={words.copy} copied={words.copied} />
        <Button variant="default" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  )
}
