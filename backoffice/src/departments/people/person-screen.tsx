import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, isLanguage } from '../../app/messages/languages.ts'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan, useSession } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ActivationLinkDialog } from './activation-link-dialog.tsx'
import { refusalOf, usePersonActions, type Asking } from './person-actions.ts'
import { PersonDevices } from './person-devices.tsx'
import { AccessDialog, RolesDialog } from './person-dialogs.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { PersonGrants } from './person-grants.tsx'
import { STATE_TONES } from './person-state.tsx'
import { PersonUnits } from './person-units.tsx'
import { endAccess, endStaff, personDetail, type Person } from './queries.ts'
import { ResetFactorDialog } from './reset-factor-dialog.tsx'
import { ResumeStaffDialog, SuspendDialog } from './suspension-dialog.tsx'
import { useScopeText } from './use-scope-text.ts'
import { RecordWork } from '../work/record-work.tsx'

// i18n-dynamic: people.state.*
export default function PersonScreen() {
  const t = useTranslations('people')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: person, error, refetch } = useQuery(personDetail(id))
  useRecentRecord('staff', `/team/${id}`, person?.name)
  const [asking, setAsking] = useState<Asking>()
  const [link, setLink] = useState<string>()
  const can = useCan()
  const { staff } = useSession()
  const actions = usePersonActions(person, setAsking, setLink)
  const back = { to: '/team', label: t('title') }
  if (!person) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <RecordColumns main={<Skeleton height={360} radius="lg" />} side={<Skeleton height={240} radius="lg" />} />
        )}
      </>
    )
  }
  const { state } = person
  // One's own stand on the page about security.
  const seesDevices = can('people:write') && person.endedAt === null && staff.id !== id
  const close = () => setAsking(undefined)
  return (
    <>
      <RecordHeader
        title={person.name}
        subtitle={[person.jobTitle, person.company?.name ?? t('ownCompany')].filter(Boolean).join(' · ')}
        state={{ tone: STATE_TONES[state], label: t(`state.${state}`) }}
        back={back}
        record={{ type: 'staff', id }}
        actions={actions}
      />
      <RecordColumns
        main={<PersonGrants person={person} />}
        side={
          <>
            <About person={person} />
            <AccessFacts person={person} />
            <PersonUnits person={person} />
            {seesDevices && <PersonDevices id={id} refusal={refusalOf(person, 'end_sessions')} />}
            <RecordWork record={{ department: 'people', type: 'staff', id }} title={person.name} write="people:write" />
          </>
        }
      />
      {asking === 'change_profile' && <ProfileDialog person={person} onClose={close} />}
      {asking === 'change_roles' && <RolesDialog person={person} onClose={close} />}
      {asking === 'change_access' && <AccessDialog person={person} onClose={close} />}
      {asking === 'end_access' && (
        <ReasonDialog
          danger
          title={t('outside.endTitle', { name: person.name })}
          meaning={t('outside.endMeaning')}
          confirm={t('outside.end')}
          done={t('outside.ended')}
          department="people"
          act={(reason) => endAccess(id, reason)}
          onClose={close}
        />
      )}
      {asking === 'suspend' && <SuspendDialog person={person} onClose={close} />}
      {asking === 'resume' && <ResumeStaffDialog person={person} onClose={close} />}
      {asking === 'end' && (
        <ReasonDialog
          danger
          title={t('ending.title', { name: person.name })}
          meaning={t('ending.meaning')}
          confirm={t('ending.confirm')}
          done={t('ending.done')}
          department="people"
          act={(reason) => endStaff(id, reason)}
          onClose={close}
        />
      )}
      {asking === 'reset_second_factor' && <ResetFactorDialog person={person} onClose={close} />}
      <ActivationLinkDialog path={link} onClose={() => setLink(undefined)} />
    </>
  )
}

function About({ person }: { readonly person: Person }) {
  const t = useTranslations('people')
  const { suspension, ending } = person
  return (
    <Panel title={t('about')}>
      <Facts
        items={[
          [
            t('invite.email'),
            <a key="email" href={`mailto:${person.email}`}>
              {person.email}
            </a>,
          ],
          [t('profile.jobTitle'), person.jobTitle],
          [t('profile.language'), isLanguage(person.locale) ? LANGUAGE_NAMES[person.locale] : person.locale],
          [t('profile.timeZone'), person.timeZone?.replaceAll('_', ' ') ?? t('profile.houseZone')],
          [t('since'), <DateText key="since" value={person.createdAt} form="date" />],
          [t('lastSeen'), person.lastSeenAt && <DateText key="seen" value={person.lastSeenAt} />],
          [t('suspension.since'), suspension && <DateText key="suspended" value={suspension.at} form="full" />],
          [t('suspension.by'), suspension?.by],
          [t('ending.left'), ending && <DateText key="left" value={ending.at} form="full" />],
          [t('reason'), ending?.reason ?? suspension?.reason],
        ]}
      />
    </Panel>
  )
}

function AccessFacts({ person }: { readonly person: Person }) {
  const t = useTranslations('people')
  const scopeText = useScopeText()
  const { company, sponsor, beginsAt, endsAt, scope, sponsors } = person
  return (
    <Panel title={t('access.panel')}>
      <Facts
        items={[
          [t('access.company'), company?.name ?? t('ownCompany')],
          [
            t('access.sponsor'),
            sponsor && (
              <Link key="sponsor" to={`/team/${sponsor.id}`}>
                {sponsor.name}
              </Link>
            ),
          ],
          [t('access.begins'), beginsAt && <DateText key="begins" value={beginsAt} form="date" />],
          [t('factor.label'), <SecondFactor key="factor" person={person} />],
          [t('access.endsOn'), endsAt ? <DateText key="ends" value={endsAt} form="date" /> : t('access.noEnd')],
          [t('access.markets'), scope?.market && scopeText(scope.market)],
          [t('access.locations'), scope?.location && scopeText(scope.location)],
          [t('access.reach'), scope ? null : t('access.everything')],
          [
            t('access.sponsors'),
            sponsors.length > 0 &&
              sponsors.map(({ id, name }) => (
                <div key={id}>
                  <Link to={`/team/${id}`}>{name}</Link>
                </div>
              )),
          ],
        ]}
      />
    </Panel>
  )
}

function SecondFactor({ person: { secondFactor } }: { readonly person: Person }) {
  const t = useTranslations('people.factor')
  const { totp, passkeys } = secondFactor
  if (!totp && passkeys === 0) return t('none')
  return [totp && t('app'), passkeys > 0 && t('passkeys', { count: passkeys })].filter(Boolean).join(' · ')
}
