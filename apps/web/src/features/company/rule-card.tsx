import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { CodeForm } from '../../i18n/act-form.tsx'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { OnDay } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import type { Board } from './board.tsx'
import { dayOf, daysFrom, startOf } from './day.ts'

/** The rule "everyone needs verification": from when, what will happen until then, and how to set or lift it. */
export function RuleCard({ board: { ruleFrom } }: { board: Pick<Board, 'ruleFrom'> }) {
  const t = useTranslations('company')
  const [asking, setAsking] = useState<'set' | 'lift'>()
  const close = () => setAsking(undefined)
  // who looks after other people's accounts has no choice, and no date to set
  if (useMe().company.operator)
    return <Card title={t('ruleTitle')} note={t('ruleAlways')} action={<Chip tone="good">{t('inForce')}</Chip>} />
  const binds = ruleFrom !== null && ruleFrom <= Date.now()
  return (
    <>
      <Card
        title={t('ruleTitle')}
        note={
          ruleFrom === null ? t('ruleNone') : t.rich(binds ? 'ruleBinds' : 'ruleWillBind', { day: () => <OnDay key="day" at={ruleFrom} /> })
        }
        action={
          ruleFrom === null ? (
            <Button look="primary" onClick={() => setAsking('set')}>
              {t('setRule')}
            </Button>
          ) : (
            <div className={text.row}>
              <Chip tone="good">{t(binds ? 'inForce' : 'announced')}</Chip>
              {binds ? null : <Button onClick={() => setAsking('set')}>{t('changeDate')}</Button>}
              <Button look="danger" onClick={() => setAsking('lift')}>
                {t('liftRule')}
              </Button>
            </div>
          )
        }
      >
        <p className={text.small}>
          <span className={text.soft}>{t(ruleFrom === null ? 'ruleWhat' : 'ruleReminders')}</span>{' '}
          <Link to={paths.help('company-rule')}>{t('more')}</Link>
        </p>
      </Card>
      <Dialog open={asking === 'set'} onClose={close} title={t('setRuleTitle')}>
        <SetRule ruleFrom={ruleFrom} onClose={close} />
      </Dialog>
      <Dialog open={asking === 'lift'} onClose={close} title={t('liftRuleTitle')}>
        <LiftRule onClose={close} />
      </Dialog>
    </>
  )
}

const refreshRule = () => refresh('GET /api/company/board', 'GET /api/contacts')

function SetRule({ ruleFrom, onClose }: { ruleFrom: number | null; onClose: () => void }) {
  const t = useTranslations('company')
  const sentence = useFieldSentence()
  const now = Date.now()
  return (
    <CodeForm
      intro={t('setRuleText')}
      submit={t('setRuleSubmit')}
      required={['day']}
      onClose={onClose}
      send={async (code, { day = '' }) => {
        await call('POST /api/company/rule', { body: { from: startOf(day), code } })
        await refreshRule()
        toast(t('ruleSet'))
        onClose()
      }}
    >
      {(form) => (
        <Field
          label={t('from')}
          name="day"
          type="date"
          min={dayOf(now)}
          max={dayOf(daysFrom(now, 365))}
          defaultValue={dayOf(ruleFrom ?? daysFrom(now, 14))}
          invalid={form.wrong('day').invalid || form.wrong('from').invalid}
          error={sentence(form.wrong('day').problem ?? form.wrong('from').problem)}
          hint={t('fromHint')}
        />
      )}
    </CodeForm>
  )
}

function LiftRule({ onClose }: { onClose: () => void }) {
  const t = useTranslations('company')
  return (
    <CodeForm
      danger
      intro={t('liftRuleText')}
      submit={t('liftRule')}
      onClose={onClose}
      send={async (code) => {
        await call('POST /api/company/rule', { body: { from: null, code } })
        await refreshRule()
        toast(t('ruleLifted'))
        onClose()
      }}
    />
  )
}
