interface Device {
  readonly language: string
  readonly languages: readonly string[]
}

/** A language as `Intl` knows it, without what some systems write behind it (`en-US@posix`, `it_IT.UTF-8`); undefined where it is none. */
export function soundTag(said: string): string | undefined {
  const bare = said.replace(/[.@].*$/, '').replaceAll('_', '-')
  try {
    return Intl.getCanonicalLocales(bare)[0]
  } catch {
    return undefined
  }
}

/**
 * Machines without a language of their own say what is no language tag, of which `Intl` throws wherever it is handed on; libraries (uPlot)
 * do so as soon as they are loaded. Once, before anything reads it: the browser then says sound tags to all.
 */
export function cleanDeviceLanguages(device: Device = navigator): void {
  const languages = device.languages.map(soundTag).filter((tag) => tag !== undefined)
  const said = { language: soundTag(device.language) ?? languages[0] ?? 'en', languages: Object.freeze(languages) }
  if (said.language === device.language && said.languages.join() === device.languages.join()) return
  for (const [name, value] of Object.entries(said)) Object.defineProperty(device, name, { value, configurable: true })
}
