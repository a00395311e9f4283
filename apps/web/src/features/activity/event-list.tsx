import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useClientName } from '../../i18n/client-name.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { useDate } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import text from '../../ui/text.module.css'
import css from './activity.module.css'
import { type Filters, queryOf, searchOf } from './filters.ts'
import { type Event, isWorrying, useFacts, useHappened } from './happened.ts'

/** An event, and in the activity of a company the person it is about. */
type Told = Event & { contact?: { id: string; name: string } }

const dayOf = (at: number) => new Date(at).toDateString()

type Page = { events: Told[]; next: string | null }
type Query = ReturnType<typeof queryOf> & { after?: string }

/** Where events come from. */
export type Source = { key: string; ask: (query: Query, signal: AbortSignal) => Promise<Page> }
const own: Source = { key: 'GET /api/activity', ask: (query, signal) => call('GET /api/activity', { query, signal }) }

type EventListProps = {
  filters: Filters
  /** The own events when it is not given. */
  source?: Source
  /** Narrows the list to the person an event is about, where it names one. */
  onPerson?: (person: NonNullable<Told['contact']>) => void
}

/** The events of some filters, by day; more of them on request, without losing one's place. */
export function EventList({ filters, source = own, onPerson }: EventListProps) {
  const t = useTranslations('activity')
  const date = useDate()
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [source.key, filters],
    queryFn: ({ pageParam, signal }) => source.ask({ ...queryOf(filters), ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // pages that were read stay as they were read; the page asks anew when it is opened
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const pages = data?.pages ?? []
  const events = pages.flatMap((page) => page.events)
  const days = Object.entries(Object.groupBy(events, ({ at }) => dayOf(at)))
  const firstNew = pages.length > 1 ? pages.at(-1)?.events[0]?.id : undefined
  const place = useFocusOnTheRest(firstNew, hasNextPage)

  if (isPending) return null
  return (
    <section className={css.card} aria-label={t('list')} ref={place}>
      {days.map(([day, ofDay = []]) => (
        <section key={day} aria-labelledby={`day-${ofDay[0]?.id}`}>
          <h2 id={`day-${ofDay[0]?.id}`} className={css.day}>
            {date(ofDay[0]?.at ?? 0, { dateStyle: 'full' })}
          </h2>
          <ul className={css.events}>
            {ofDay.map((event) => (
              <EventRow key={event.id} event={event} onPerson={onPerson} />
            ))}
          </ul>
        </section>
      ))}
      <div className={css.end}>
        {error instanceof ApiProblem ? <ProblemNotice problem={error} /> : null}
        {error ? (
          <Button busy={isFetching} onClick={() => void (events.length > 0 ? fetchNextPage() : refetch())}>
            {t('tryAgain')}
          </Button>
        ) : null}
        {!error && hasNextPage ? (
          <Button busy={isFetching} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
        {!error && !hasNextPage ? (
          <p className={text.soft}>{t(events.length > 0 ? 'end' : searchOf(filters) ? 'emptyFiltered' : 'empty')}</p>
        ) : null}
        <p role="status" className={text.visuallyHidden}>
          {pages.length > 1 ? t('moreShown', { count: pages.at(-1)?.events.length ?? 0 }) : ''}
        </p>
      </div>
    </section>
  )
}

/** The button that shows more keeps the focus; with the last page it goes, and the first event of that page takes it. */
function useFocusOnTheRest(firstNew: string | undefined, hasMore: boolean) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (firstNew !== undefined && !hasMore) place.current?.querySelector<HTMLElement>(`#event-${CSS.escape(firstNew)}`)?.focus()
  }, [firstNew, hasMore])
  return place
}

function EventRow({ event, onPerson }: { event: Told; onPerson: EventListProps['onPerson'] }) {
  const t = useTranslations('activity')
  const date = useDate()
  const happened = useHappened()
  const facts = useFacts()
  const clientName = useClientName()
  const { contact } = event
  const where = event.browser || event.system ? clientName(event) : ''
  return (
    <li id={`event-${event.id}`} tabIndex={-1}>
      <div className={text.tight}>
        <b>{happened(event)}</b>
        {contact && onPerson ? (
          <Button look="plain" className={css.person} onClick={() => onPerson(contact)}>
            {contact.name}
          </Button>
        ) : null}
        <span className={`${text.soft} ${text.small}`}>{[...facts(event), where, event.place].filter(Boolean).join(' · ')}</span>
      </div>
      {isWorrying(event) ? <Chip tone="warn">{t('attention')}</Chip> : null}
      <time dateTime={new Date(event.at).toISOString()} title={date(event.at, { dateStyle: 'full', timeStyle: 'long' })}>
        {date(event.at, { hour: 'numeric', minute: '2-digit' })}
      </time>
    </li>
  )
}
