/**
 * `departments/orders/locales/it.json` speaks under the namespace `orders`; what stands anywhere below `app` or `ui` speaks
 * under that name, so that `app/tray/locales/it.json` adds `app.tray`.
 */
export function mergeMessages(files: Record<string, { default: object }>): Record<string, object> {
  const merged: Record<string, object> = {}
  for (const [path, file] of Object.entries(files)) {
    const [, , floor = '', room = ''] = path.split('/')
    const namespace = floor === 'departments' ? room : floor
    merged[namespace] = { ...merged[namespace], ...file.default }
  }
  return merged
}
