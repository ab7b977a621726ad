// Keeps one page for when the house cannot be reached, and nothing else: no answer of the API is ever kept, so nothing that a
// person may see today can be seen after they sign out or lose a permission.
const KEPT = 'fondaco-away-1'
const FILES = ['/office/away.html', '/office/away.css', '/office/mark.svg']

self.addEventListener('install', (event) => {
  // What a page says to the house goes there straight: on the way through here, what it says as it is closed is lost.
  event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' })
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/office/away.html')))
    return
  }
  // What the page above needs; online, everything comes from the house.
  const path = new URL(request.url).pathname
  if (FILES.includes(path)) event.respondWith(fetch(request).catch(() => caches.match(path)))
})
