import '@mantine/tiptap/styles.layer.css'
import { Input } from '@mantine/core'
import { Link, RichTextEditor } from '@mantine/tiptap'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useId, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { htmlOf } from './html-of.ts'
import { LinkControl } from './link-control.tsx'
import styles from './rich-text-input.module.css'

interface RichTextInputProps {
  readonly name: string
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly disabled: boolean
  readonly required: boolean
  readonly lang: string
  readonly inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[]
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (html: string) => void
}

/** What the house keeps of a text with markup (host/rich-text) is what can be written here; it cleans it again. */
const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [3, 4] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    trailingNode: false,
    link: false,
  }),
  Link.configure({
    openOnClick: false,
    defaultProtocol: 'https',
    protocols: ['https', 'http', 'mailto', 'tel'],
    HTMLAttributes: { rel: null, target: null },
  }),
]

/** A text with headings, lists and links; its value is restricted HTML, or the plain text that it was until it is changed. */
export default function RichTextInput({
  label,
  description,
  error,
  disabled,
  lang,
  value,
  onChange,
  name,
  inputWrapperOrder,
}: RichTextInputProps) {
  const t = useTranslations('ui.form.rich')
  const id = useId()
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: htmlOf(value),
    editable: !disabled,
    // A <style> element would break the content security policy; the rules stand in the module beside.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': `${id}-error`,
        'data-path': name,
        lang,
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? '' : changed.getHTML()),
  })
  useEffect(() => {
    // Hidden for a while and shown again, a form meets the editor that was put away, until the next one is there.
    if (editor.isDestroyed) return
    // Saved by somebody else, taken back, or a draft taken up: what is being typed here is never replaced.
    if (!editor.isFocused && htmlOf(value) !== editor.getHTML()) {
      editor.commands.setContent(htmlOf(value), { emitUpdate: false })
    }
  }, [editor, value])
  useEffect(() => {
    if (!editor.isDestroyed) editor.setEditable(!disabled, false)
  }, [editor, disabled])
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
      description={description}
      error={error}
      errorProps={{ id: `${id}-error` }}
      inputWrapperOrder={inputWrapperOrder}
    >
      <RichTextEditor editor={editor} className={styles.editor} labels={useLabels()} withCodeHighlightStyles={false}>
        {!disabled && (
          <RichTextEditor.Toolbar className={styles.toolbar} role="toolbar" aria-label={t('toolbar')}>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Bold />
              <RichTextEditor.Italic />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.H3 />
              <RichTextEditor.H4 />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.BulletList />
              <RichTextEditor.OrderedList />
              <RichTextEditor.Blockquote />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <LinkControl />
              <RichTextEditor.Unlink />
            </RichTextEditor.ControlsGroup>
            <RichTextEditor.ControlsGroup>
              <RichTextEditor.Undo />
              <RichTextEditor.Redo />
            </RichTextEditor.ControlsGroup>
          </RichTextEditor.Toolbar>
        )}
        <RichTextEditor.Content />
      </RichTextEditor>
    </Input.Wrapper>
  )
}

function useLabels() {
  const t = useTranslations('ui.form.rich')
  return {
    boldControlLabel: t('bold'),
    italicControlLabel: t('italic'),
    h3ControlLabel: t('heading'),
    h4ControlLabel: t('smallHeading'),
    bulletListControlLabel: t('bullets'),
    orderedListControlLabel: t('numbers'),
    blockquoteControlLabel: t('quote'),
    unlinkControlLabel: t('unlink'),
    undoControlLabel: t('undo'),
    redoControlLabel: t('redo'),
  }
}
