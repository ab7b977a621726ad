import type { Call } from '../../../host/http/route.ts'
import { maySeeRecord, type RecordRef } from '../../../host/records/record-directory.ts'
import type { Sight } from '../use-cases/talk.ts'

/** What somebody else may see is asked of the directory; the caller's own rights came with the call. */
export function sightOf({ house, actor }: Call): Sight {
  return async (staffId: string, record: RecordRef) => {
    const who =
      'id' in actor && actor.id === staffId ? actor : await house.ports?.staff?.findActor(house.database, staffId)
    return who !== undefined && maySeeRecord(house, who, record)
  }
}
