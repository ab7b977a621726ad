declare module '../context.ts' {
  interface Ports {
    /** Where this organisation's files are kept on disk. */
    readonly filesFolder?: string
  }
}

export {}
