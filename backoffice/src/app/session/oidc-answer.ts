const RETURN = '/office/sign-in/return'

/**
 * What a provider led the browser back with. Taken out of the address when the office is read, before anything else looks at it:
 * a code stays in no history, and no router makes a number of one.
 */
export function takeAnswer(): string {
  const { pathname, search } = window.location
  if (pathname !== RETURN || search === '') return ''
  window.history.replaceState(window.history.state, '', pathname)
  return search
}
