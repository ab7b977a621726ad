import type { Tag } from './desk-queries.ts'
import styles from './desk.module.css'

/** The shop's own words on an order, each in its colour. */
export function OrderTags({ tags }: { readonly tags: readonly Pick<Tag, 'id' | 'name' | 'colour'>[] }) {
  if (tags.length === 0) return null
  return (
    <span className={styles.tags}>
      {tags.map(({ id, name, colour }) => (
        <span key={id} className={styles.tag} data-colour={colour}>
          {name}
        </span>
      ))}
    </span>
  )
}
