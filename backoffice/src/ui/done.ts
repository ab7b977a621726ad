import { notifications } from '@mantine/notifications'

/** A quiet word that something was done. */
export function sayDone(message: string): void {
  notifications.show({ message, withBorder: true, withCloseButton: false, autoClose: 4000 })
}
