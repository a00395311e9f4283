import type { CopyKind } from '@porta/shared'
import { QRCodeCanvas, QRCodeSVG } from 'qrcode.react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { download } from '../../ui/download.ts'
import text from '../../ui/text.module.css'
import { KeySheet } from './key-sheet.tsx'
import type { SecretKey } from './secret-key.tsx'

type KeyCopiesProps = { secret: SecretKey; printFirst?: boolean }

/** Ways to keep the key that is on the screen; each copy is recorded first and carries its number. */
export function KeyCopies({ secret, printFirst = false }: KeyCopiesProps) {
  const t = useTranslations('two-factor')
  const { busy, problem, act } = useAct()
  const [sheet, setSheet] = useState<{ serial: string; at: number }>()
  const drawings = useRef<HTMLDivElement>(null)

  const copy = (kind: CopyKind, make: (copy: { serial: string; at: number }) => unknown) =>
    act(async () => {
      const recorded = await call('POST /api/two-factor/copies', { body: { kind } })
      await make(recorded)
      await refresh('GET /api/two-factor')
    })
  const savePng = ({ serial }: { serial: string }) =>
    new Promise<void>((resolve) => {
      drawings.current?.querySelector('canvas')?.toBlob((image) => {
        if (image) download(`porta-qr-${serial}.png`, image)
        resolve()
      })
    })
  const saveSvg = ({ serial }: { serial: string }) => {
    const drawing = drawings.current?.querySelector('svg')
    if (!drawing) return
    const source = new XMLSerializer().serializeToString(drawing)
    download(`porta-qr-${serial}.svg`, new Blob([source], { type: 'image/svg+xml' }))
  }

  const print = (
    <Button key="print" look={printFirst ? 'primary' : []} busy={busy} onClick={() => copy('print', setSheet)}>
      {t('print')}
    </Button>
  )
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className={text.row}>
        {printFirst ? print : null}
        <Button busy={busy} onClick={() => copy('png', savePng)}>
          {t('downloadPng')}
        </Button>
        <Button busy={busy} onClick={() => copy('svg', saveSvg)}>
          {t('downloadSvg')}
        </Button>
        {printFirst ? null : print}
      </div>
      <div hidden ref={drawings}>
        <QRCodeCanvas value={secret.uri} size={1024} level="M" marginSize={4} />
        <QRCodeSVG value={secret.uri} size={1024} level="M" marginSize={4} />
      </div>
      {sheet ? <KeySheet key={sheet.serial} secret={secret} serial={sheet.serial} at={sheet.at} /> : null}
    </>
  )
}
