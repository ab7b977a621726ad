import { IconPhoto } from '@tabler/icons-react'
import styles from './thumbnail.module.css'

/** A product's picture in a list; a quiet sign where there is none. */
export function Thumbnail({ fileId, alt = '' }: { readonly fileId: string | null; readonly alt?: string }) {
  return (
    <span className={styles.frame}>
      {fileId ? (
        <img src={`/files/${fileId}/160.webp`} alt={alt} width={40} height={40} loading="lazy" decoding="async" />
      ) : (
        <IconPhoto size={18} stroke={1.5} aria-hidden />
      )}
    </span>
  )
}
