import { choiceSetting } from '../../../host/settings/setting.ts'
import { REQUIREMENTS } from '../domain/sign-in.ts'

/** Of whom a second factor is asked: who has none sets one up at the next sign-in, before anything else. */
export const secondFactorRequired = choiceSetting({
  key: 'people.second_factor_required',
  default: 'off',
  choices: REQUIREMENTS,
  read: 'people:read',
  write: 'people:write',
  affects: ['people.areas.sign_in'],
})
