import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { answer, answerTo } from '../api/query-client.ts'
import { hasRememberedDevices, type Notices, useMe, useNotices } from '../api/session.ts'
import { CareNotice } from '../features/notices/care-notice.tsx'
import { CheckUpCard } from '../features/notices/check-up-card.tsx'
import { When } from '../i18n/when.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { buttonClass } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'
import css from './home-page.module.css'

const partOfDay = (hour: number) => (hour >= 5 && hour < 13 ? 'morning' : hour >= 13 && hour < 20 ? 'afternoon' : 'evening')

/** The account at a glance, each tile with its next step. */
export default function HomePage() {
  const t = useTranslations('home')
  const me = useMe()
  const notices = useNotices(me)
  const codesLeft = notices?.recoveryCodesLeft ?? null
  const [firstName] = me.contact.name.split(' ')
  return (
    <>
      <Heading>{t('greeting', { part: partOfDay(new Date().getHours()), name: firstName ?? '' })}</Heading>
      <p className={text.intro}>{t('intro')}</p>
      <CareNotice me={me} />
      <div className={css.tiles}>
        {notices && notices.toSign.length > 0 ? <ToSign toSign={notices.toSign} /> : null}
        {me.verification === 'on' ? <VerificationOn /> : <VerificationOff />}
        {codesLeft !== null && codesLeft <= fewCodes ? <FewCodes left={codesLeft} /> : null}
        {me.company.operator ? null : <Requests />}
        <SignIns previous={me.previousSignInAt} />
        {me.verification === 'on' && hasRememberedDevices(me) ? <Devices /> : null}
      </div>
      {notices?.checkUp ? <CheckUpCard /> : null}
    </>
  )
}

const fewCodes = 2

type TileProps = { chip: ReactNode; title: ReactNode; text: string; to: string; action: string; primary?: boolean }

const Tile = ({ chip, title, text, to, action, primary }: TileProps) => (
  <section className={css.tile}>
    {chip}
    <h2>{title}</h2>
    <p>{text}</p>
    <Link to={to} className={primary ? buttonClass('primary') : buttonClass('plain')}>
      {action}
    </Link>
  </section>
)

function VerificationOn() {
  const t = useTranslations('home')
  const chip = <Chip tone="good">{t('protected')}</Chip>
  return <Tile chip={chip} title={t('verificationOn')} text={t('verificationOnText')} to={paths.twoFactor()} action={t('manage')} />
}

function VerificationOff() {
  const t = useTranslations('home')
  const chip = <Chip tone="warn">{t('recommended')}</Chip>
  return (
    <Tile chip={chip} title={t('verificationOff')} text={t('verificationOffText')} to={paths.twoFactor()} action={t('turnOn')} primary />
  )
}

function FewCodes({ left }: { left: number }) {
  const t = useTranslations('notices')
  const chip = <Chip tone="warn">{t('codesLowChip')}</Chip>
  return <Tile chip={chip} title={t('codesLow', { left })} text={t('codesLowText')} to={paths.twoFactor()} action={t('codesRenew')} />
}

function ToSign({ toSign }: { toSign: Notices['toSign'] }) {
  const t = useTranslations('home')
  const [first] = toSign
  return (
    <Tile
      chip={<Chip tone="warn">{t('toSignChip')}</Chip>}
      title={t('toSign', { count: toSign.length })}
      text={toSign.length === 1 && first ? first.subject : t('toSignText')}
      to={toSign.length === 1 && first ? paths.request(first.id) : paths.requests('open')}
      action={t('toSignRead')}
    />
  )
}

function Requests() {
  const t = useTranslations('home')
  // the page does not wait for the number
  const open = useQuery(answerTo('GET /api/requests', { query: { state: 'open', page: 1 } })).data?.found
  const chip = <Chip>{t('requests')}</Chip>
  const title = open === undefined ? t('requests') : t('requestsOpen', { count: open })
  return open === 0 ? (
    <Tile chip={chip} title={title} text={t('requestsText')} to={paths.newRequest()} action={t('requestNew')} />
  ) : (
    <Tile chip={chip} title={title} text={t('requestsText')} to={paths.requests('open')} action={t('requestsSee')} />
  )
}

function SignIns({ previous }: { previous: number | null }) {
  const t = useTranslations('home')
  if (previous === null)
    return (
      <Tile
        chip={<Chip>{t('signIns')}</Chip>}
        title={t('firstSignIn')}
        text={t('firstSignInText')}
        to={paths.sessions()}
        action={t('seeSessions')}
      />
    )
  return (
    <Tile
      chip={<Chip>{t('previousSignIn')}</Chip>}
      title={<When at={previous} />}
      text={t('previousSignInText')}
      to={paths.sessions()}
      action={t('seeSessions')}
    />
  )
}

function Devices() {
  const t = useTranslations('home')
  const { devices } = useSuspenseQuery(answer('GET /api/trusted-devices')).data
  return (
    <Tile
      chip={<Chip>{t('devices')}</Chip>}
      title={t('remembered', { count: devices.length })}
      text={t('rememberedText')}
      to={paths.sessions()}
      action={t('seeDevices')}
    />
  )
}
