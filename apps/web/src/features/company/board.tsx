import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import type { Reply } from '../../api/call.ts'
import { answer } from '../../api/query-client.ts'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import text from '../../ui/text.module.css'
import css from './company.module.css'
import { RuleCard } from './rule-card.tsx'

export type Board = Reply<'GET /api/company/board'>
type Stuck = Board['stuck'][number]

/** Who has verification, what the rule is, and who would be stuck without the phone. */
export function BoardView() {
  const { data } = useSuspenseQuery(answer('GET /api/company/board'))
  return (
    <>
      <Tiles board={data} />
      <RuleCard board={data} />
      <IfThePhoneIsLost board={data} />
    </>
  )
}

function Tiles({ board: { people, on, off, required } }: { board: Board }) {
  const t = useTranslations('company')
  return (
    <dl className={css.tiles}>
      <div>
        <dt>{t('tileOn')}</dt>
        <dd>{t('nOfM', { n: on, m: people })}</dd>
        <dd className={css.bar}>
          <progress max={Math.max(people, 1)} value={on} aria-label={t('tileOn')} />
        </dd>
      </div>
      <div>
        <dt>{t('tileOff')}</dt>
        <dd>{t('number', { count: off })}</dd>
        <dd>
          <Link to={`${paths.contacts()}?verification=off`}>{t('seeThem')}</Link>
        </dd>
      </div>
      <div>
        <dt>{t('tileRequired')}</dt>
        <dd>{t('number', { count: required })}</dd>
      </div>
    </dl>
  )
}

const ways = ['recovery-codes', 'another-admin', 'certified-form'] as const

function IfThePhoneIsLost({ board }: { board: Board }) {
  const t = useTranslations('company')
  const columns: Column<Stuck>[] = [
    {
      id: 'name',
      head: t('name'),
      cell: ({ id, name, email }) => (
        <div className={text.tight}>
          <Link to={paths.contact(id)}>
            <b>{name}</b>
          </Link>
          <span className={`${text.soft} ${text.small}`}>{email}</span>
        </div>
      ),
    },
    { id: 'codes', head: t('recoveryCodes'), cell: ({ recoveryCodesLeft }) => recoveryCodesLeft },
    { id: 'way', head: t('wayBack'), plain: true, cell: () => <Chip tone="warn">{t('days')}</Chip> },
  ]
  return (
    <Card
      title={t('lostTitle')}
      note={t('lostNote')}
      action={
        <a href={paths.boardFile()} download className={buttonClass()}>
          {t('download')}
        </a>
      }
      wide={board.stuck.length > 0 ? <DataTable name={t('stuckTitle')} columns={columns} rows={board.stuck} /> : undefined}
    >
      <ul className={css.ways}>
        {ways.map((way) => (
          <li key={way}>
            <span className={css.count}>{t('number', { count: board.byWayBack[way] })}</span>
            <div>
              <b>{t(`way-${way}`)}</b>
              <p>{t(`wayText-${way}`)}</p>
            </div>
            <Chip tone={way === 'certified-form' ? 'warn' : 'good'}>{t(way === 'certified-form' ? 'days' : 'minutes')}</Chip>
          </li>
        ))}
      </ul>
      <p className={css.advice}>
        <Link to={paths.companyCases()}>{t('openCases')}</Link>
      </p>
      {board.adminsOn < 2 ? <p className={css.advice}>{t('secondAdmin')}</p> : null}
      {board.stuck.length > 0 ? <h3 className={css.stuck}>{t('stuckTitle')}</h3> : null}
    </Card>
  )
}
