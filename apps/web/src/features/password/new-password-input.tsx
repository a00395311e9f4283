import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ApiProblem } from '../../api/problem.ts'
import type { WrongFields } from '../../i18n/password-input.tsx'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { Meter } from '../../ui/meter.tsx'
import text from '../../ui/text.module.css'
import css from './new-password-input.module.css'
import { type Strength, useStrength } from './use-strength.ts'

const fewest = 15
const most = 128
/** Code points after NFC, as the server counts them. */
const lengthOf = (password: string) => [...password.normalize('NFC')].length

type NewPasswordInputProps = { form: WrongFields & { problem: ApiProblem | undefined }; username: string; token?: string }

/** A password to be, with what is still missing and how strong it is; `token` asks by a mailed link instead of the session. */
export function NewPasswordInput({ form, username, token }: NewPasswordInputProps) {
  const t = useTranslations('password')
  const common = useTranslations('common')
  const sentence = useFieldSentence()
  const [typed, setTyped] = useState('')
  const [answered, setAnswered] = useState<ApiProblem>()
  const length = lengthOf(typed)
  const isMeasured = length >= fewest && length <= most
  const strength = useStrength(isMeasured ? typed : undefined, token)
  const { invalid, problem } = form.wrong('newPassword')
  // a refusal was of the password before; once another is typed, the meter speaks
  const isOld = form.problem ? answered === form.problem : typed !== ''
  const told = isOld ? undefined : problem
  return (
    <div className={css.newPassword}>
      <input hidden readOnly type="text" autoComplete="username" value={username} />
      <PasswordField
        label={t('newPassword')}
        name="newPassword"
        autoComplete="new-password"
        show={common('show')}
        hide={common('hide')}
        what={t('theNewPassword')}
        hint={t('advice')}
        invalid={invalid && !isOld}
        error={sentence(told)}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAnswered(form.problem)
        }}
      />
      <Meter score={strength?.score} tone={strength && isEnough(strength) ? 'good' : 'bad'} />
      {isMeasured ? null : (
        <p className={`${text.soft} ${text.small} ${text.numbers}`}>{t(length > most ? 'tooLong' : 'counted', { count: length })}</p>
      )}
      <div role="status" className={text.small}>
        {strength ? <StrengthInWords strength={strength} isRefused={told !== undefined} /> : null}
      </div>
    </div>
  )
}

const isEnough = ({ score, refusal }: Strength) => score >= 3 && refusal === null

function StrengthInWords({ strength, isRefused }: { strength: Strength; isRefused: boolean }) {
  const t = useTranslations('password')
  const sentence = useFieldSentence()
  const score = Math.min(Math.max(strength.score, 0), 4) as 0 | 1 | 2 | 3 | 4
  return (
    <>
      <p>
        {t('strength')} <b className={isEnough(strength) ? css.enough : css.tooWeak}>{t(`strength-${score}`)}</b>
      </p>
      {strength.refusal && !isRefused ? <p className={css.tooWeak}>{sentence(strength.refusal)}</p> : null}
    </>
  )
}
