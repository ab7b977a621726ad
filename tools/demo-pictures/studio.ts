/** The studio that all product pictures share: one warm paper backdrop, one light from the upper left, soft shadows. */
export const side = 1200

const filters = [8, 18, 34, 60]
  .map(
    (size) =>
      `<filter id="blur${size}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${size}"/></filter>`,
  )
  .join('')

const weave = (id: string, frequency: string, seed: number) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="2" seed="${seed}" result="threads"/>
    <feColorMatrix in="threads" values="0 0 0 0 0.16  0 0 0 0 0.12  0 0 0 0 0.08  0 1.9 0 0 -0.78"/>
  </filter>`

const shared = `
  ${filters}${weave('weft', '0.03 0.46', 3)}${weave('warp', '0.46 0.03', 8)}${weave('plaster', '0.012 0.02', 5)}
  <linearGradient id="sweep" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="#f8f4ec"/><stop offset="0.52" stop-color="#f1e9dc"/>
    <stop offset="0.68" stop-color="#e8decf"/><stop offset="0.8" stop-color="#ece3d6"/><stop offset="1" stop-color="#f4ede2"/>
  </linearGradient>
  <linearGradient id="table" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#f8f4ec"/><stop offset="1" stop-color="#e9dfd0"/>
  </linearGradient>
  <radialGradient id="lamp" cx="0.3" cy="0.22" r="0.75">
    <stop offset="0" stop-color="#fffdf8" stop-opacity="0.85"/><stop offset="1" stop-color="#fffdf8" stop-opacity="0"/>
  </radialGradient>`

/** `standing`: on a surface before a sweep of paper. `flat`: seen from above, or hung on the wall. */
export function studio(view: 'standing' | 'flat', defs: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">
  <defs>${shared}${defs}</defs>
  <rect width="${side}" height="${side}" fill="url(#${view === 'standing' ? 'sweep' : 'table'})"/>
  <rect width="${side}" height="${side}" fill="url(#lamp)"/>
  ${content}</svg>`
}

/** The shadow of a thing that stands at (x, y), half as wide as `reach`: dark where it touches, long to the right. */
export function standingShadow(x: number, y: number, reach: number, tint = '#5a4630'): string {
  return `
  <ellipse cx="${x + reach * 0.35}" cy="${y + 6}" rx="${reach * 1.35}" ry="${reach * 0.2}" fill="${tint}" opacity="0.24" filter="url(#blur34)"/>
  <ellipse cx="${x + reach * 0.1}" cy="${y + 2}" rx="${reach * 1.02}" ry="${reach * 0.1}" fill="${tint}" opacity="0.42" filter="url(#blur18)"/>
  <ellipse cx="${x}" cy="${y - 4}" rx="${reach * 0.9}" ry="${reach * 0.06}" fill="#2d2118" opacity="0.5" filter="url(#blur8)"/>`
}

/** The shadow of a flat thing: its own shape, moved away from the light. `lift` is how far it stands off the table. */
export function flatShadow(path: string, lift = 18): string {
  return `
  <path d="${path}" transform="translate(${lift * 1.2} ${lift * 1.7})" fill="#6a5238" opacity="0.26" filter="url(#blur34)"/>
  <path d="${path}" transform="translate(${lift * 0.4} ${lift * 0.55})" fill="#4a3826" opacity="0.3" filter="url(#blur8)"/>`
}

/** Threads of cloth laid over a shape. `id` names its clip path. */
export function cloth(id: string, path: string, strength = 0.3): string {
  return `<clipPath id="${id}"><path d="${path}"/></clipPath>
  <g clip-path="url(#${id})"><rect width="${side}" height="${side}" filter="url(#weft)" opacity="${strength}"/>
  <rect width="${side}" height="${side}" filter="url(#warp)" opacity="${strength}"/></g>`
}

export const roundedRect = (x: number, y: number, width: number, height: number, radius: number): string =>
  `M${x + radius} ${y}H${x + width - radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}V${y + height - radius}a${radius} ${radius} 0 0 1 ${-radius} ${radius}H${x + radius}a${radius} ${radius} 0 0 1 ${-radius} ${-radius}V${y + radius}a${radius} ${radius} 0 0 1 ${radius} ${-radius}Z`
