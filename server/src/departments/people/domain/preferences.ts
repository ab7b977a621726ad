export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const
export const DENSITIES = ['roomy', 'dense'] as const
export const SIDEBARS = ['open', 'closed'] as const
export const LOCALES = ['en', 'it', 'es', 'id'] as const

/** How the back office looks to one person. */
export interface Preferences {
  readonly theme: (typeof THEMES)[number]
  readonly density: (typeof DENSITIES)[number]
  readonly locale: (typeof LOCALES)[number]
  readonly sidebar: (typeof SIDEBARS)[number]
}

export function withDefaults(chosen: Partial<Preferences>, locale: Preferences['locale']): Preferences {
  return { theme: 'auto', density: 'roomy', sidebar: 'open', locale, ...chosen }
}
