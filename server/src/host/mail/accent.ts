/** The colours a shop can give its mails; each bears white letters, and its pale twin a dark ground, at 4.5 to 1 and more (WCAG 2.2, 1.4.3). */
export const ACCENTS = {
  teal: { light: '#0b5563', dark: '#86cfd1' },
  blue: { light: '#1f4e99', dark: '#9dc2ff' },
  green: { light: '#2a5f38', dark: '#98d3a6' },
  violet: { light: '#5b3a8c', dark: '#cbb4f0' },
  red: { light: '#9a2a2a', dark: '#ffb0a6' },
  orange: { light: '#8a4a00', dark: '#f0c27f' },
  black: { light: '#22282b', dark: '#ecebe6' },
} as const

export type Accent = keyof typeof ACCENTS
export const accents = Object.keys(ACCENTS) as [Accent, ...Accent[]]
