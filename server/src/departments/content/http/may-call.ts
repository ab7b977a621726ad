import { permissionsOf } from '../../../host/actor.ts'
import type { Call } from '../../../host/http/route.ts'

/** Whether the caller has a permission beside that of the route. */
export const mayCall = ({ actor }: Call, permission: string): boolean => permissionsOf(actor).has(permission)
