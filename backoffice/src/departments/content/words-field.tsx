import { Button, Input, Menu } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import styles from './content.module.css'
import type { Value } from './queries.ts'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  /** What can stand within words. */
  readonly values: readonly Value[]
  readonly lines?: boolean
  readonly lang: string
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

/** Words with values in them: a value is one sign, which goes as a whole and cannot be misspelt. Kept as `Hello {name}`. */
export function WordsField({ label, value, values, lines = false, lang, disabled, error, onChange }: WordsFieldProps) {
  const t = useTranslations('content')
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const caret = useRef<Range>(undefined)
  useEffect(() => {
    const field = box.current
    if (field && wordsIn(field) !== value) field.replaceChildren(...nodesOf(value, values))
  }, [value, values])
  const keepCaret = () => {
    const selection = window.getSelection()
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
    if (range && box.current?.contains(range.commonAncestorContainer)) caret.current = range.cloneRange()
  }
  const changed = () => {
    if (box.current) onChange(wordsIn(box.current))
    keepCaret()
  }
  const insert = (one: Value) => {
    const field = box.current
    if (!field) return
    const range = caret.current ?? endOf(field)
    range.deleteContents()
    const sign = signOf(one.name, one.label)
    range.insertNode(sign)
    range.setStartAfter(sign)
    range.collapse(true)
    field.focus()
    window.getSelection()?.removeAllRanges()
    window.getSelection()?.addRange(range)
    changed()
  }
  return (
    <div>
      <div className={styles.fieldHead}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        {!disabled && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="subtle"
                className={styles.insert}
                leftSection={<IconBraces size={16} aria-hidden />}
              >
                {t('insert')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {values.map((one) => (
                <Menu.Item key={one.name} onClick={() => insert(one)}>
                  {one.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div
        ref={box}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input holds letters alone, and values are signs
        role="textbox"
        aria-labelledby={id}
        aria-multiline={lines}
        aria-invalid={error !== undefined}
        aria-disabled={disabled}
        tabIndex={0}
        lang={lang}
        className={styles.words}
        data-lines={lines}
        data-error={error !== undefined}
        contentEditable={disabled ? false : 'plaintext-only'}
        suppressContentEditableWarning
        onInput={changed}
        onKeyUp={keepCaret}
        onMouseUp={keepCaret}
        onBlur={keepCaret}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !lines) event.preventDefault()
        }}
      />
      {error && <Input.Error mt={4}>{error}</Input.Error>}
    </div>
  )
}

function nodesOf(text: string, values: readonly Value[]): (Node | string)[] {
  const labels = new Map(values.map(({ name, label }) => [name, label]))
  return text.split(/\{([^{}]*)\}/).map((part, at) => {
    const label = at % 2 === 1 ? labels.get(part) : undefined
    if (at % 2 === 0) return document.createTextNode(part)
    return label === undefined ? document.createTextNode(`{${part}}`) : signOf(part, label)
  })
}

function signOf(name: string, label: string): HTMLElement {
  const sign = document.createElement('span')
  sign.className = styles.chip ?? ''
  sign.contentEditable = 'false'
  sign.dataset['name'] = name
  sign.textContent = label
  return sign
}

function wordsIn(node: Node): string {
  return [...node.childNodes]
    .map((child) => {
      if (child instanceof HTMLElement && child.dataset['name'] !== undefined) return `{${child.dataset['name']}}`
      if (child instanceof HTMLBRElement) return '\n'
      return child instanceof HTMLElement ? wordsIn(child) : (child.textContent ?? '')
    })
    .join('')
}

function endOf(field: HTMLElement): Range {
  const range = document.createRange()
  range.selectNodeContents(field)
  range.collapse(false)
  return range
}
