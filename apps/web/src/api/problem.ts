import type { FieldProblem, ProblemCode, ProblemDocument } from '@porta/shared'

/** Why a call failed: a refusal of the server, or no way to reach it. */
export type Trouble = ProblemCode | 'offline'

type Details = Partial<Pick<ProblemDocument, 'requestId' | 'fields' | 'retryAfterSeconds' | 'phoneAheadMinutes'>>

/** As much of a problem as is put into words; plain, so that it can be handed from page to page. */
export type Told = {
  code: Trouble
  requestId?: string | undefined
  retryAt?: number | undefined
  /** With `phone-clock-off`: positive when the phone is ahead. */
  phoneAheadMinutes?: number | undefined
}

/** A call that was refused or never arrived. */
export class ApiProblem extends Error {
  readonly code: Trouble
  readonly requestId: string | undefined
  readonly fields: Readonly<Record<string, FieldProblem>>
  /** When the same request can succeed, in milliseconds since 1970. */
  readonly retryAt: number | undefined
  readonly phoneAheadMinutes: number | undefined

  constructor(code: Trouble, { requestId, fields = {}, retryAfterSeconds, phoneAheadMinutes }: Details = {}) {
    super(code)
    this.code = code
    this.requestId = requestId
    this.fields = fields
    this.phoneAheadMinutes = phoneAheadMinutes
    this.retryAt = retryAfterSeconds ? Date.now() + retryAfterSeconds * 1000 : undefined
  }

  /** The problem a refusal carries; anything that is no problem document came from something in between. */
  static async of(response: Response): Promise<ApiProblem> {
    const document = (await response.json().catch(() => ({}))) as Partial<ProblemDocument>
    if (document.code) return new ApiProblem(document.code, document)
    return new ApiProblem(response.status >= 502 ? 'unavailable' : 'unexpected')
  }
}
