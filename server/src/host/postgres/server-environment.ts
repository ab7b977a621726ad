/**
 * What PostgreSQL's processes see of our environment: the least. Our secrets stay out of another account's processes, and the
 * host's PG* and LC_* variables cannot bend the server; messages stay English, since problem.ts reads them.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
