import { classNames } from './class-names.ts'
import css from './meter.module.css'

const steps = [0, 1, 2, 3, 4] as const

/** Five steps of which the first ones are full; the words beside it say the same, so it is not read aloud. */
export const Meter = ({ score, tone }: { score: number | undefined; tone: 'bad' | 'good' }) => (
  <div className={css.meter} aria-hidden="true">
    {steps.map((step) => (
      <span key={step} className={classNames(score !== undefined && step <= score && css[tone]) || undefined} />
    ))}
  </div>
)
