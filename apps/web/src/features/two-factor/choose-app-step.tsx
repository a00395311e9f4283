import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { isAdmin, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { authenticatorApps } from './authenticator-apps.ts'
import type { Enrolment, TwoFactorState } from './enrolment.ts'
import { StepTitle } from './step-title.tsx'
import css from './two-factor.module.css'

type ChooseAppStepProps = {
  passwordNeeded: boolean
  soapUse: TwoFactorState['soapUse']
  onStarted: (enrolment: Enrolment) => void
  onCancel: () => void
}

/** Step 1: what will change, and which app to use. */
export function ChooseAppStep({ passwordNeeded, soapUse, onStarted, onCancel }: ChooseAppStepProps) {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  const { contact } = useMe()
  const [askPassword, setAskPassword] = useState(passwordNeeded)
  const form = useForm(
    async ({ password }) => onStarted(await call('POST /api/two-factor/enrolment', { body: askPassword ? { password } : {} })),
    {
      required: askPassword ? ['password'] : [],
      refused: ({ code }) => {
        if (code === 'password-needed') setAskPassword(true)
        // another tab was faster
        if (code === 'verification-already-on') void refresh('GET /api/two-factor', 'GET /api/me')
        return false
      },
    },
  )
  return (
    <div className={text.stack}>
      <StepTitle>{t('changesTitle')}</StepTitle>
      <Notice tone="warn">
        <ul>
          <li>{t('changeCode')}</li>
          <li>{t('changePhone')}</li>
          <li>{t('changeSoap')}</li>
          <li>{t('changeSessions')}</li>
        </ul>
      </Notice>
      {soapUse ? <WhatWillStop use={soapUse} /> : null}
      <h3>{t('appsTitle')}</h3>
      <Apps />
      <p className={`${text.soft} ${text.small}`}>{t('appsText')}</p>
      <form {...form.formProps} className={text.stack}>
        <ProblemNotice problem={form.problem} />
        {askPassword ? (
          <>
            <p>{t('passwordText')}</p>
            <PasswordInput form={form} username={contact.email} />
          </>
        ) : null}
        <div className={text.row}>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('continue')}
          </Button>
          <Button onClick={onCancel}>{common('cancel')}</Button>
        </div>
      </form>
    </div>
  )
}

/** The program that will no longer get in, and the way to keep it going. */
function WhatWillStop({ use }: { use: NonNullable<TwoFactorState['soapUse']> }) {
  const t = useTranslations('two-factor')
  const me = useMe()
  return (
    <Notice tone="bad">
      <h3>{t('stopsTitle')}</h3>
      <p>
        {t.rich('stopsText', {
          operation: use.operation,
          place: use.place,
          b: (words) => <b key="operation">{words}</b>,
          when: () => <When key="when" at={use.at} />,
        })}
      </p>
      <p>{t(isAdmin(me) ? 'stopsAdmin' : 'stopsMember')}</p>
      {isAdmin(me) ? <Link to={paths.newProgram()}>{t('stopsMake')}</Link> : <Link to={paths.help('programs')}>{t('stopsHelp')}</Link>}
    </Notice>
  )
}

function Apps() {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  return (
    <ul className={css.apps}>
      {authenticatorApps.map(({ name, appStore, googlePlay }) => (
        <li key={name}>
          <b>{name}</b>
          <br />
          <span className={`${text.soft} ${text.small}`}>{t('systems')}</span>
          <div className={css.stores}>
            {[
              { store: t('appStore'), href: appStore },
              { store: t('googlePlay'), href: googlePlay },
            ].map(({ store, href }) => (
              <a key={store} href={href} target="_blank" rel="noreferrer">
                {store}
                <span className={text.visuallyHidden}>
                  {' '}
                  – {name} ({common('newTab')})
                </span>
              </a>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
