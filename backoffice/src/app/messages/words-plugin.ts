import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { framesKeys, pick, speakersOf, type Catalogues, type Sources } from './spoken-words.ts'

const ROOT = join(import.meta.dirname, '../..')
const LABELS = 'virtual:labels/'
const SPEAKERS = 'virtual:speakers'

/** `virtual:labels/it`: what the frame says of departments. `virtual:speakers`: whose words each department's screens need. */
export function wordsOfDepartments(): Plugin {
  return {
    name: 'fondaco-words',
    resolveId: (source) => (source.startsWith(LABELS) || source === SPEAKERS ? `\0${source}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${LABELS}`) && id !== `\0${SPEAKERS}`) return
      const sources = readSources()
      for (const path of sources.keys()) this.addWatchFile(join(ROOT, path))
      const english = readCatalogues('en')
      const value =
        id === `\0${SPEAKERS}`
          ? speakersOf(sources, english)
          : pick(readCatalogues(id.slice(LABELS.length + 1)), framesKeys(sources, english))
      return `export default ${JSON.stringify(value)}`
    },
  }
}

function readSources(): Sources {
  const paths = globSync('**/*.{ts,tsx}', { cwd: ROOT }).filter((path) => !/\.(?:test|d)\.tsx?$/.test(path))
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(ROOT, path), 'utf8')]))
}

function readCatalogues(language: string): Catalogues {
  const files = globSync(`departments/*/locales/${language}.json`, { cwd: ROOT })
  return Object.fromEntries(
    files.map((file) => [
      basename(dirname(dirname(file))),
      JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as object,
    ]),
  )
}
