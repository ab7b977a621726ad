declare module 'virtual:labels/*' {
  const labels: Record<string, object>
  export default labels
}
declare module 'virtual:speakers' {
  const speakers: Record<string, string[]>
  export default speakers
}
