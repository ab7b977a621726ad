import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Entrance } from './entrance.tsx'
import styles from './entrance.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorStep, type FirstFactor } from './second-factor-step.tsx'
import { sessionQuery, type NextStep } from './session.ts'
import { TotpSetUp } from './totp-set-up.tsx'

interface OnTheWay {
  /** What the house said after the first factor; goes in (where `to` says, if it does), or on to the next step. */
  readonly take: (step: NextStep & { readonly to?: string }) => Promise<void>
  /** In already, by whatever way. */
  readonly enter: () => Promise<void>
  /** The step that stands in the place of the form; undefined while there is none. */
  readonly step: ReactNode
}

/** From the first factor to the office: straight, by the second factor, or by setting one up. */
export function useEntrance(next: string, first: FirstFactor = 'password'): OnTheWay {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [place, setPlace] = useState(next)
  const [wanted, setWanted] = useState<NextStep>()
  const [codes, setCodes] = useState<readonly string[]>()
  const enter = async (to = place) => {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    await navigate({ to, replace: true })
  }
  return {
    enter: () => enter(),
    take: async (step) => {
      const { to = place } = step
      setPlace(to)
      if (step.next === 'done') await enter(to)
      else setWanted(step)
    },
    step: codes ? (
      <CodesToKeep codes={codes} onKept={() => void enter()} />
    ) : wanted?.next === 'second_factor' ? (
      <SecondFactorStep
        methods={wanted.methods}
        first={first}
        onIn={() => enter()}
        onStartOver={() => (first === 'provider' ? void navigate({ to: '/sign-in' }) : setWanted(undefined))}
      />
    ) : wanted?.next === 'enrolment' ? (
      <Enrolment onDone={setCodes} />
    ) : undefined,
  }
}

function Enrolment({ onDone }: { readonly onDone: (codes: readonly string[]) => void }) {
  const t = useTranslations('app.proof')
  return (
    <Entrance title={t('enrolTitle')} intro={t('enrolIntro')}>
      <div className={styles.form}>
        <TotpSetUp onDone={onDone} />
      </div>
    </Entrance>
  )
}

function CodesToKeep({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useTranslations('app.proof')
  return (
    <Entrance title={t('codesTitle')}>
      <div className={styles.form}>
        <RecoveryCodes codes={codes} onKept={onKept} />
      </div>
    </Entrance>
  )
}
