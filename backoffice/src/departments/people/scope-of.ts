/** Codes; nothing chosen narrows nothing. */
export interface ChosenScope {
  readonly markets: string[]
  readonly locations: string[]
}

/** As the house takes it; null where nothing narrows. */
export function scopeOf({ markets, locations }: ChosenScope): { market?: string[]; location?: string[] } | null {
  const scope = {
    ...(markets.length > 0 ? { market: markets } : {}),
    ...(locations.length > 0 ? { location: locations } : {}),
  }
  return Object.keys(scope).length > 0 ? scope : null
}
