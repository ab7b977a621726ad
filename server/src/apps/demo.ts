import type { House } from '../host/context.ts'

export interface DemoOptions {
  readonly dataFolder: string
  readonly onProgress: (sentence: string) => void
}

export async function loadDemo(_house: House, _options: DemoOptions): Promise<void> {}
