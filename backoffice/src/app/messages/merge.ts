/**
 * What stands anywhere below `app` or `ui` speaks under that name, so that `app/tray/locales/it.json` adds `app.tray`; beside it
 * stand the labels that the frame says of departments.
 */
export function mergeMessages(
  files: Record<string, { default: object }>,
  labels: Record<string, object>,
): Record<string, object> {
  const merged: Record<string, object> = { ...labels }
  for (const [path, file] of Object.entries(files)) {
    const [, , floor = ''] = path.split('/')
    merged[floor] = { ...merged[floor], ...file.default }
  }
  return merged
}
