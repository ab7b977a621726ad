/** The same server, another database. `new URL` keeps user, password, host and the socket folder of the query. */
export function atDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  return address.toString()
}

export function databaseNameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** The same database, signed in as another role. */
export function asRole(url: string, role: string, password: string): string {
  const address = new URL(url)
  address.username = encodeURIComponent(role)
  address.password = encodeURIComponent(password)
  return address.toString()
}

/** For messages: an address without its password. */
export function withoutPassword(url: string): string {
  const address = new URL(url)
  if (address.password !== '') address.password = '***'
  return address.toString()
}
