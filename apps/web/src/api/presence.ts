/** How long after the last touch somebody still counts as being at this page. */
const stillThereMs = 60_000

let touchedAt = Date.now()
const touched = () => {
  touchedAt = Date.now()
}
// not focus: the page moves that by itself
for (const kind of ['pointerdown', 'pointermove', 'wheel', 'keydown', 'input', 'click'] as const)
  addEventListener(kind, touched, { capture: true, passive: true })

/** Whether somebody has done something on this page lately: what it asks by itself must not keep its session alive. */
export const isSomebodyThere = () => Date.now() - touchedAt < stillThereMs
