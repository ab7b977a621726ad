import { accents } from '../mail/accent.ts'
import { choiceSetting, integerSetting, textSetting } from './setting.ts'

/** What mails say in front of the address they come from; the server's own name for it while empty. */
export const mailSenderName = textSetting({
  key: 'host.mail_sender_name',
  default: '',
  maxLength: 80,
  read: 'operations:read',
  write: 'organisation:write',
  affects: ['host.areas.mails'],
})

/** Of buttons and links in mails; its pale twin where the reader likes it dark. */
export const mailColour = choiceSetting({
  key: 'host.mail_colour',
  default: 'teal',
  choices: accents,
  read: 'operations:read',
  write: 'organisation:write',
  affects: ['host.areas.mails'],
})

/** How long finished work without a record, and what came of tasks, can still be looked up. */
export const finishedWorkDays = integerSetting({
  key: 'host.finished_work_days',
  default: 7,
  minimum: 1,
  maximum: 365,
  unit: 'days',
  read: 'operations:read',
  write: 'organisation:write',
  affects: ['host.areas.work'],
})

export const hostSettings = [mailSenderName, mailColour, finishedWorkDays] as const
