export interface ServerPlace {
  port: number
  socketFolder: string | undefined
  logFolder: string
  durability: 'full' | 'none'
  settings: Record<string, string>
}

/**
 * Settings go on the command line: what runs is what this file says, and no `ALTER SYSTEM` or edited file can quietly turn
 * durability off. The figures suit a shop on 2 cores and 4 GB; `settings` overrides any of them.
 */
export function serverArguments({ port, socketFolder, logFolder, durability, settings }: ServerPlace): string[] {
  const durable = durability === 'full' ? 'on' : 'off'
  const all: Record<string, string> = {
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    max_connections: '100',
    wal_compression: 'pglz',
    // Five minutes and one gigabyte bound what recovery has to redo after a crash.
    checkpoint_timeout: '5min',
    max_wal_size: '1GB',
    min_wal_size: '128MB',
    idle_session_timeout: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_file_mode: '0600',
    log_startup_progress_interval: '1s',
    ...settings,
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    log_directory: logFolder,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketFolder ?? '',
    unix_socket_permissions: '0700',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
