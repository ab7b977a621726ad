/** `/src/departments/orders/locales/it.json` speaks under the namespace `orders`. */
export function mergeMessages(files: Record<string, { default: object }>): Record<string, object> {
  const merged: Record<string, object> = {}
  for (const [path, file] of Object.entries(files)) {
    const namespace = path.split('/').at(-3)
    if (namespace !== undefined) merged[namespace] = file.default
  }
  return merged
}
