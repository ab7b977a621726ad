const JOINED: Readonly<Record<string, string>> = {
  il: 'l’',
  del: 'dell’',
  al: 'all’',
  dal: 'dall’',
  nel: 'nell’',
  sul: 'sull’',
}
const MONTH =
  'gen(?:naio)?|feb(?:braio)?|mar(?:zo)?|apr(?:ile)?|mag(?:gio)?|giu(?:gno)?|lug(?:lio)?|ago(?:sto)?|set(?:tembre)?|ott(?:obre)?|nov(?:embre)?|dic(?:embre)?'
const RATE = String.raw`(?:8\d?|11)(?=(?:,\d+)?\s?%)`
const DAY = `(?:8|11)(?= (?:${MONTH})\\b)`
const BEFORE_A_VOWEL = new RegExp(`\\b(il|del|al|dal|nel|sul) (${RATE}|${DAY})`, 'gi')

/**
 * Italian joins the article to a day or a rate that begins with a vowel: "dopo l’8 marzo", "imposta all’11 %". Messages say "il {day}", since
 * they do not know which day will stand there.
 */
export function elide(text: string): string {
  return text.replace(BEFORE_A_VOWEL, (_, article: string, day: string) => {
    const joined = JOINED[article.toLowerCase()] ?? `${article} `
    return `${article[0] === article[0]?.toUpperCase() ? joined[0]?.toUpperCase() + joined.slice(1) : joined}${day}`
  })
}
