/** As host/mail has it: words and names of values, nothing else. */
interface Template {
  readonly subject: string
  readonly preheader: string
  readonly blocks: readonly Block[]
}

interface Block {
  readonly type: string
  readonly text?: string
  readonly value?: string
}

/** What people paste: one line where one line is shown, no characters that nobody sees, no blanks around. */
export function tidyTemplate<Given extends Template>({ subject, preheader, blocks, ...rest }: Given): Given {
  const tidy = blocks.map((block) => (block.text === undefined ? block : { ...block, text: lines(block.text) }))
  return { ...rest, subject: oneLine(subject), preheader: oneLine(preheader), blocks: tidy } as unknown as Given
}

const oneLine = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
const lines = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[ \t]+\n/g, '\n')
    .trim()
