import css from './steps.module.css'

type StepsProps = { labels: readonly string[]; now: number }

/** Where in a row of steps the person is. */
export const Steps = ({ labels, now }: StepsProps) => (
  <ol className={css.steps}>
    {labels.map((label, at) => (
      <li key={label} className={at === now ? css.now : at < now ? css.done : undefined} aria-current={at === now ? 'step' : undefined}>
        {at + 1} · {label}
      </li>
    ))}
  </ol>
)
