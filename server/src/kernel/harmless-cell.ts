/**
 * Spreadsheets run a cell that begins like a formula; an apostrophe before it makes it text again (OWASP, CSV Injection). So does
 * one more before a text that has its own, so that `asWritten` finds every text again as it was. For text only: a number may begin
 * with a minus.
 */
export function harmless(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

/** What `harmless` was given. */
export function asWritten(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text
}
