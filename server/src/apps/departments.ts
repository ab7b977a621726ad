import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Department } from '../host/department.ts'

/** A department or flow of the house: what it declares, and the folder where its migrations and texts lie. */
export interface Room {
  readonly manifest: Department
  readonly folder: string
  /** Where departments meet, rather than one of them. */
  readonly isFlow: boolean
}

const sources = fileURLToPath(new URL('..', import.meta.url))
// Sources run as they are; a packed server has their compiled twins.
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

/**
 * Every department and flow, each after those it depends on. They are derived from the folders: who adds a folder with a
 * manifest (`department.ts`, or `flow.ts` where a flow has routes, jobs or texts of its own) has registered it, and nobody
 * can forget a list.
 */
export async function loadRooms(onBroken: (name: string, error: unknown) => void = rethrow): Promise<Room[]> {
  const found = [...manifestFiles('departments', 'department'), ...manifestFiles('flows', 'flow')]
  const rooms: Room[] = []
  for (const { name, folder, file, isFlow } of found) {
    try {
      rooms.push({ manifest: await readManifest(name, file), folder, isFlow })
    } catch (error) {
      onBroken(name, error)
    }
  }
  return inOrder(rooms, onBroken)
}

function rethrow(_name: string, error: unknown): never {
  throw error
}

function manifestFiles(floor: 'departments' | 'flows', manifest: string) {
  const isFlow = floor === 'flows'
  const folder = join(sources, floor)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, isFlow, folder: join(folder, name), file: join(folder, name, `${manifest}.${ending}`) }))
    .filter(({ file }) => existsSync(file))
}

async function readManifest(name: string, file: string): Promise<Department> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  const manifest = Object.values(module).find(isManifest)
  if (!manifest) throw new Error(`${file} exports no manifest. Write: export const ${name} = defineDepartment({...}).`)
  return manifest
}

function isManifest(value: unknown): value is Department {
  return typeof value === 'object' && value !== null && 'name' in value && 'dependsOn' in value && 'routes' in value
}

function inOrder(rooms: readonly Room[], onBroken: (name: string, error: unknown) => void): Room[] {
  const byName = new Map(rooms.map((room) => [room.manifest.name, room]))
  const ordered = new Set<Room>()
  const visit = (room: Room, way: readonly string[]): void => {
    const { name, dependsOn } = room.manifest
    if (ordered.has(room)) return
    if (way.includes(name)) throw new Error(`The departments ${[...way, name].join(' -> ')} depend on each other.`)
    for (const below of dependsOn) {
      const next = byName.get(below)
      if (next) visit(next, [...way, name])
      else onBroken(name, new Error(`${name} depends on ${below}, and there is no such department.`))
    }
    ordered.add(room)
  }
  for (const room of rooms) visit(room, [])
  return [...ordered]
}
