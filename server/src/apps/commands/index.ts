import type { Command } from '../command.ts'

/** In the order in which a newcomer meets them. Each is loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  doctor: async () => (await import('./doctor.ts')).doctor,
  seed: async () => (await import('./seed.ts')).seed,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  explain: async () => (await import('./explain.ts')).explain,
  price: async () => (await import('./price.ts')).price,
  verify: async () => (await import('./verify.ts')).verify,
  migrate: async () => (await import('./migrate.ts')).migrate,
  api: async () => (await import('./api.ts')).api,
  worker: async () => (await import('./worker.ts')).worker,
}

export function listCommands(): string[] {
  return Object.keys(commands)
}

export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
}
