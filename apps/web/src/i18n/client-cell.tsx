import { Chip } from '../ui/chip.tsx'
import text from '../ui/text.module.css'
import { useClientName } from './client-name.ts'

type Client = { browser: string; system: string; place: string }

/** A browser in the first column of a list: its name, where it is, and a chip if it is this one. */
export function ClientCell({ client, chip }: { client: Client; chip: string | false }) {
  const clientName = useClientName()
  return (
    <div className={text.tight}>
      <b>{clientName(client)}</b>
      {client.place ? <span className={`${text.soft} ${text.small}`}>{client.place}</span> : null}
      {chip ? <Chip tone="good">{chip}</Chip> : null}
    </div>
  )
}
