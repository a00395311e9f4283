import type { EndpointKey, ProblemDocument } from '@porta/shared'

type App = { request(path: string, init: RequestInit, env: object): Response | Promise<Response> }

/** An answer as tests look at it: status, body, and the cookies that came with it. */
export type Answer = { status: number; body: unknown; bytes: Buffer; problem: ProblemDocument; headers: Headers; setCookies: string[] }

/** Text, bytes and streams as they are; anything else as JSON. */
const rawBody = (body: unknown) =>
  body instanceof Uint8Array || body instanceof ReadableStream ? body : typeof body === 'string' ? Buffer.from(body) : JSON.stringify(body)

/** A tiny browser: keeps cookies, sends JSON from the right origin and from one address, and shows what came back. */
export function browser(app: App, origin: string, headers: Record<string, string> = {}, address = '198.51.100.7') {
  const cookies = new Map<string, string>()
  const connection = { incoming: { socket: { remoteAddress: address } } }

  const send = async (method: string, path: string, body?: unknown, more: Record<string, string | undefined> = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const asked: Record<string, string | undefined> = {
      origin,
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
      ...more,
    }
    const init: RequestInit = {
      method,
      headers: Object.entries(asked).filter((header): header is [string, string] => header[1] !== undefined),
      ...(body === undefined ? {} : { body: rawBody(body), duplex: 'half' }),
    } as RequestInit
    const response = await app.request(path, init, connection)
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) keep(line)
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString('utf8')
    const parsed = response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : text || null
    return { status: response.status, body: parsed, bytes, problem: parsed, headers: response.headers, setCookies }
  }
  const keep = (line: string) => {
    const [pair = ''] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/max-age=0(;|$)/i.test(line)) cookies.delete(name)
    else cookies.set(name, pair.slice(name.length + 1))
  }

  return {
    cookies,
    /** Calls an endpoint of the contract, `params` filled into its path. */
    call: (key: EndpointKey, body?: unknown, params: Record<string, string> = {}) => {
      const [method = '', path = ''] = key.split(' ')
      return send(
        method,
        path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? ''),
        body,
      )
    },
    /** Sends anything; a header given as undefined stays away. */
    send,
  }
}
export type Browser = ReturnType<typeof browser>
