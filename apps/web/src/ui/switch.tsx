import type { ComponentProps } from 'react'
import css from './switch.module.css'

type SwitchProps = ComponentProps<'button'> & { on: boolean }

/** A switch that says ON or OFF in words (to a screen reader by its state). It shows a state and never changes it by itself. */
export const Switch = ({ on, ...rest }: SwitchProps) => (
  <button {...rest} type="button" role="switch" aria-checked={on} className={css.switch}>
    <span className={css.track} aria-hidden="true">
      {on ? 'ON' : 'OFF'}
    </span>
  </button>
)
