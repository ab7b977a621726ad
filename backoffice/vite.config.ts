import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  type ConvertCSSVariablesInput,
} from '@mantine/core'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { wordsOfDepartments } from './src/app/messages/words-plugin.ts'
import { resolveVariables, theme } from './src/app/theme/theme.ts'

/**
 * The theme as a stylesheet made at build time. Mantine would inject it as a <style> element when the page runs; our content
 * security policy (style-src 'self') forbids that, and a file is cached besides.
 */
function themeStylesheet(): Plugin {
  const id = 'virtual:theme.css'
  return {
    name: 'fondaco-theme',
    resolveId: (source) => (source === id ? `/${id}` : undefined),
    load: (source) => (source === `/${id}` ? stylesheetOf() : undefined),
  }
}

function stylesheetOf(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const basis = defaultCssVariablesResolver(merged)
  const own = resolveVariables(merged)
  const variables: ConvertCSSVariablesInput = {
    variables: { ...basis.variables, ...own.variables },
    light: { ...basis.light, ...own.light },
    dark: { ...basis.dark, ...own.dark },
  }
  return convertCssVariables(variables)
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/office/',
  plugins: [react(), themeStylesheet(), wordsOfDepartments()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // light-dark() is understood since 2024; the emulation for older browsers would need declarations of its own.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: URL in a stylesheet would need another line in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every screen needs, in few files: a chunk for each shared module would be fifty requests.
        codeSplitting: {
          groups: [
            // The frame alone, and what it stands on: nothing that only some screen needs.
            { name: 'ground', test: /node_modules/, tags: ['$initial'] },
            { name: 'frame', test: /src[\\/](?:app|client|ui|departments)[\\/].*\.tsx?$/, tags: ['$initial'] },
            {
              name: 'mantine',
              test: /node_modules[\\/](?:@mantine(?![\\/](?:dates|tiptap)|[\\/]core[\\/]esm[\\/]components[\\/](?:Combobox|Select|MultiSelect|NativeSelect|TagsInput|Textarea|NumberInput|PillsInput|Pill|FloatingIndicator)[\\/]))/,
              minShareCount: 2,
            },
            { name: 'inputs', test: /node_modules[\\/](?:@mantine[\\/]core|react-number-format)/, minShareCount: 2 },
            { name: 'icons', test: /node_modules[\\/]@tabler/ },
            // Before the tables: their group would draw in what it shares with the other screens, and these load them all.
            {
              name: 'ui',
              test: /node_modules[\\/]@tanstack[\\/](?!react-virtual|virtual-core)|src[\\/]ui[\\/](?!data-|table-|awaited-row|column-tracks|keyset-|use-grid-keys|use-row-|use-pages|use-keyset|use-sideways|use-fresh-rows|filter-bar|cell|list[\\/]|charts[\\/]|record|form[\\/]).*\.tsx?$/,
              minShareCount: 2,
            },
            { name: 'charts', test: /src[\\/]ui[\\/]charts[\\/].*\.tsx?$/, minShareCount: 2 },
            {
              name: 'table',
              test: /node_modules[\\/]@tanstack[\\/](?:react-virtual|virtual-core)|src[\\/]ui[\\/](?:data-|table-|awaited-row|column-tracks|keyset-|use-grid-keys|use-row-|use-pages|use-keyset|use-sideways|use-fresh-rows|filter-bar|cell|list[\\/])/,
            },
          ],
        },
      },
    },
    manifest: true,
  },
  server: { port: 4010, proxy: { '/api': 'http://localhost:4000', '/files': 'http://localhost:4000' } },
})
