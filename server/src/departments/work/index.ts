/** The only door of work: commands, queries, id and view types, each by name. */
export {}
