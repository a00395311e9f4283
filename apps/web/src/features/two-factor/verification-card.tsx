import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { OnDay, When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { TwoFactorState } from './enrolment.ts'
import { KeyActions } from './key-actions.tsx'
import { TurnOffDialog } from './turn-off-dialog.tsx'
import { Wizard } from './wizard.tsx'

/** Login verification with its switch, which shows ON only when the server says so. */
export function VerificationCard({ state }: { state: TwoFactorState }) {
  const t = useTranslations('two-factor')
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [turningOn, setTurningOn] = useState(false)
  const [turningOff, setTurningOff] = useState(false)
  const on = state.state === 'on'

  const closeWizard = () => {
    setTurningOn(false)
    title.current?.focus()
  }
  return (
    <Card
      title={t('cardTitle')}
      titleId={titleId}
      titleRef={title}
      note={<StateInWords state={state} turningOn={turningOn} />}
      action={<Switch on={on} aria-labelledby={titleId} onClick={() => (on ? setTurningOff(true) : setTurningOn(true))} />}
    >
      {turningOn ? <Wizard passwordNeeded={state.passwordNeeded} soapUse={state.soapUse} onClose={closeWizard} /> : null}
      {on && !turningOn ? <KeyActions recoveryCodesLeft={state.recoveryCodesLeft ?? 0} /> : null}
      {!on && !turningOn ? <Link to={paths.help('what')}>{t('learnMore')}</Link> : null}
      <TurnOffDialog
        open={turningOff}
        onClose={() => setTurningOff(false)}
        onDone={() => {
          setTurningOff(false)
          setTurningOn(false)
        }}
      />
    </Card>
  )
}

function StateInWords({ state: { state, onSince, lastCodeAt }, turningOn }: { state: TwoFactorState; turningOn: boolean }) {
  const t = useTranslations('two-factor')
  if (state === 'off') return t(turningOn ? 'turningOn' : 'off')
  return (
    <>
      {onSince === null ? null : t.rich('onSince', { day: () => <OnDay key="day" at={onSince} /> })}
      {lastCodeAt === null ? null : <> · {t.rich('lastCode', { when: () => <When key="when" at={lastCodeAt} /> })}</>}
    </>
  )
}
