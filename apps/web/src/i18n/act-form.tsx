import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { proofOf, useMe } from '../api/session.ts'
import { useForm, type Values } from '../api/use-form.ts'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Actions, Dialog } from '../ui/dialog.tsx'
import type { WrongFields } from './password-input.tsx'
import { ProofForm } from './proof-form.tsx'

/** A fresh proof as the server takes it. */
export type Proof = { code?: string; password?: string }

type ActFormProps = {
  intro: string
  submit: string
  danger?: boolean
  /** Fields that must not be empty beside the proof. */
  required?: readonly string[]
  send: (proof: Proof, values: Values) => Promise<unknown>
  onClose: () => void
  /** What more is to be read or filled in. */
  children?: (form: WrongFields) => ReactNode
}

/** An act that needs a fresh code, or the password where verification is off. */
export function ActForm({ intro, submit, danger, required = [], send, onClose, children }: ActFormProps) {
  const proof = proofOf(useMe())
  const form = useForm(({ [proof]: typed = '', ...values }) => send({ [proof]: typed }, values), { required: [...required, proof] })
  return (
    <ProofForm form={form} intro={intro} submit={submit} look={danger ? 'danger' : 'primary'} onCancel={onClose}>
      {children?.(form)}
    </ProofForm>
  )
}

type CodeFormProps = Omit<ActFormProps, 'send'> & { send: (code: string, values: Values) => Promise<unknown> }

/** The same for what needs a code in any case: without own verification it says so, and where to switch it on. */
export function CodeForm({ send, ...rest }: CodeFormProps) {
  const { verification } = useMe()
  if (verification === 'off') return <OwnVerificationFirst onClose={rest.onClose} />
  return <ActForm {...rest} send={({ code = '' }, values) => send(code, values)} />
}

/** For an admin who has no verification: that of others is not to be managed before. */
export function OwnVerificationFirst({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  return (
    <>
      <p>{t('ownFirst')}</p>
      <Actions>
        <Link to={paths.twoFactor()} className={buttonClass('primary')}>
          {t('ownFirstGo')}
        </Link>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </>
  )
}

type ActDialogProps = ActFormProps & { open: boolean; title: string }

/** A question before a delicate act. */
export const ActDialog = ({ open, title, ...form }: ActDialogProps) => (
  <Dialog open={open} onClose={form.onClose} title={title}>
    <ActForm {...form} />
  </Dialog>
)
