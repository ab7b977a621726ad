interface Asking {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>
}

const wanted: Record<string, string> = {
  fsync: 'an acknowledged order could be lost when the machine fails',
  full_page_writes: 'a power failure could tear pages apart',
  synchronous_commit: 'an acknowledged order could be lost when the database fails',
  data_checksums: 'damage by the disk would go unseen',
}

/**
 * What keeps this server from keeping its word, one sentence each; empty is good. Asked at boot of the embedded server and of
 * external ones alike, on a connection as the program uses it, since a role or a database may have settings of its own.
 */
export async function assertDurability(client: Asking): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_version_num')`,
  )
  const settings = new Map(rows.map((row) => [String(row['name']), String(row['setting'])]))
  const faults = Object.entries(wanted)
    .filter(([name]) => !holds(name, settings.get(name)))
    .map(([name, why]) => `${name} is ${settings.get(name) ?? 'unknown'}: ${why}.`)
  const version = Number(settings.get('server_version_num'))
  if (!(version >= 150_000)) faults.push(`The server is version ${version / 10_000}: PostgreSQL 15 or newer is needed.`)
  return faults
}

// remote_write and remote_apply wait for the local disk too; "local" waits for it alone; only "off" does not.
function holds(name: string, setting: string | undefined): boolean {
  if (name === 'synchronous_commit') return setting !== undefined && setting !== 'off'
  return setting === 'on'
}
