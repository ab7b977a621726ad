/** For the `ref` of places in a row that is moved sideways where there is little room: the one that is open is to be seen. */
export function showCurrent(places: HTMLElement | null): void {
  const current = places?.querySelector<HTMLElement>('[aria-current="page"], [aria-current="step"]')
  if (!places || !current) return
  const { left, right } = places.getBoundingClientRect()
  const here = current.getBoundingClientRect()
  if (here.right > right || here.left < left) places.scrollLeft += here.left - left - (right - left - here.width) / 2
}
