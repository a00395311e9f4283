import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Every number of the product's defaults, in one place. Durations in milliseconds. */
export const rules = {
  challenge: { lifeMs: 5 * minute, attempts: 5, open: { perAddress: 5, perContact: 50 } },
  enrolment: { lifeMs: 10 * minute, passwordFreshMs: 10 * minute },
  /** RFC 6238: 30 s steps, six digits, SHA-1; 160-bit secrets as RFC 4226 R6 recommends; one step of tolerance each way (section 5.2). */
  totp: { stepMs: 30_000, window: 1, secretBytes: 20 },
  /**
   * Codes from unknown browsers: after `free` wrong ones in a row the next waits `firstMs`, doubled with each further one; at `most` in a row,
   * or in `recentMs`, none is looked at until the password is set anew: 10 guesses at 3 in a million each.
   * A recognised browser has a budget of its own, and so has a session.
   */
  codes: {
    free: 5,
    firstMs: 30_000,
    most: 10,
    recentMs: 30 * day,
    perBrowser: { limit: 20, windowMs: day },
    perSession: { limit: 5, windowMs: 10 * minute },
    /** How far off a phone's clock is recognised, in steps each way; never accepted. */
    clockSteps: 10,
  },
  checkUpAfterMs: 14 * day,
  /** A locked challenge is warned of after `lockedGraceMs`, so that its last code is judged by then. */
  halfSignIn: { lookEveryMs: 10_000, lockedGraceMs: 5000, digestEveryMs: 6 * hour, perDay: 3, linkMs: 7 * day, links: 21, batch: 50 },
  browser: {
    lifeMs: 180 * day,
    perContact: 20,
    seenEveryMs: day,
    approval: { linkMs: day, gap: { limit: 1, windowMs: 5 * minute }, perDay: { limit: 5, windowMs: day } },
  },
  password: {
    resetLinkMs: hour,
    /** The link that the command for the first admin prints. */
    firstLinkMs: day,
    /** Newest reset links of a person that work at the same time. */
    resetLinks: 2,
    forgot: {
      gap: { limit: 1, windowMs: 5 * minute },
      quick: { limit: 3, windowMs: day },
      afterwards: { limit: 1, windowMs: hour },
      perAddress: { limit: 20, windowMs: hour },
    },
    /** Checks of mailed links, per address. */
    linkChecks: { limit: 10, windowMs: minute },
    strengthChecks: { limit: 60, windowMs: minute },
    leakTimeoutMs: 2000,
  },
  invitation: { linkMs: day, perEmail: { limit: 1, windowMs: 10 * minute }, perCompany: { limit: 50, windowMs: day } },
  contactsPerPage: 50,
  ruleReminders: [7, 1],
  /**
   * When a whole company is told: letters of one commit, some ten milliseconds during which nobody else is answered, and how long after
   * the part before each part leaves, so that a reset or a warning does not wait behind a hundred thousand letters.
   */
  announcement: { atOnce: 200, everyMs: 20_000 },
  api: {
    perCompany: 50,
    /** 32 characters of 62: 190 bits. */
    passwordCharacters: 32,
    passwordLifeMs: 365 * day,
    overlapMs: day,
    /** Days before the expiry when the company's admins are reminded. */
    reminders: [30, 7, 1],
    attempts: { limit: 10, windowMs: 15 * minute },
    calls: { limit: 30, windowMs: minute },
    atOnce: 5,
  },
  soap: {
    sessionIdleMs: 30 * minute,
    sessionLifeMs: 12 * hour,
    sessionsPerContact: 20,
    /** Rows of a list in one answer; a request may be long. */
    listed: { people: 1000, requests: 100 },
    requests: { limit: 200, windowMs: day },
    usedWithinMs: 30 * day,
    bodyBytes: 262_144,
    depth: 32,
    elements: 2000,
    attributes: 32,
    nameCharacters: 128,
    textCharacters: 65_536,
  },
  /**
   * Watching pages: how often a sign of life is sent, how often it is asked whether the session still stands, and how much may wait unsent
   * before a page that does not read is let go; what waits at the end, `lastMs` later.
   */
  live: { beatMs: 15_000, checkMs: 30_000, perSession: 5, unsent: { events: 64, bytes: 65_536, lastMs: 5000 } },
  /** A draft of the desk waits so long for its signature; it is written down within `draftWithinMs` of the look-up. */
  requests: { perPage: 50, perDay: { limit: 50, windowMs: day }, messages: { limit: 30, windowMs: hour }, draftLifeMs: 30 * minute },
  calls: { lookUps: { limit: 30, windowMs: hour }, found: 20, listed: 20, draftWithinMs: hour, drafts: { limit: 30, windowMs: hour } },
  receiptChecks: { limit: 30, windowMs: minute },
  recovery: {
    openForMs: 30 * day,
    /** How soon the desk means to answer. */
    answerWithinMs: 2 * day,
    perContact: { limit: 3, windowMs: 30 * day },
    /** A recognised browser counts for itself, with tries of its own. */
    code: {
      lifeMs: hour,
      tries: 5,
      perBrowser: { limit: 10, windowMs: 15 * minute },
      gap: { limit: 1, windowMs: minute },
      perDay: { limit: 10, windowMs: day },
    },
    /** Asking for and trying mailed codes, per address. */
    perAddress: { limit: 20, windowMs: hour },
    sessionMs: hour,
    stopLinkMs: 40 * day,
    passwordLinkMs: day,
    /** How many people of the company are told beside its admins. */
    told: 200,
    lookEveryMs: 5000,
    perPage: 50,
    /** A case that its holder does not act on may be taken over by somebody else of the desk. */
    heldForMs: hour,
    /** An ended case can be read so long. */
    readableForMs: 30 * day,
  },
  documents: {
    bytes: 10 * 1024 * 1024,
    perCase: 10,
    perDay: { limit: 10, windowMs: day },
    pages: 50,
    pixels: 40_000_000,
    side: 10_000,
    uploadWithinMs: 2 * minute,
    inspectWithinMs: 10_000,
    inspectMegabytes: 256,
    atOnce: 2,
    inspectWaitMs: 5000,
    /** Until the virus scanner has answered. */
    scanWithinMs: 30_000,
    /** Of all that is on its way in at one moment: it is in memory. */
    arrivingBytes: 64 * 1024 * 1024,
    /** Whatever comes of them: each is looked at, and that costs time. */
    tries: { limit: 30, windowMs: day },
    /** Of all documents together; the log warns from the share `warnFrom` on. */
    quotaBytes: 20 * 1024 * 1024 * 1024,
    warnFrom: 0.8,
    /** A file without a row is one that was being written when the server died. */
    strayAfterMs: hour,
  },
  emailChange: { codeMs: hour, attempts: { limit: 5, windowMs: hour }, perDay: { limit: 5, windowMs: day } },
  key: { shownForMs: minute, showsPerDay: 3, copiesAfterOnMs: 10 * minute, copiesPerHour: 20 },
  retiredFactorKeptMs: 30 * day,
  recoveryCodes: { count: 10, attempts: { limit: 10, windowMs: 15 * minute } },
  trustedDevice: { lifeMs: 30 * day, perContact: 10, graceMs: 10_000 },
  session: {
    customer: { idleMs: 30 * minute, absoluteMs: 12 * hour, perContact: 10 },
    staff: { idleMs: 15 * minute, absoluteMs: 8 * hour, perContact: 3 },
    seenEveryMs: minute,
  },
  signIn: {
    perLoginAndAddress: { limit: 10, windowMs: 15 * minute },
    perAddress: { limit: 100, windowMs: hour },
    /** A recognised browser counts for itself alone; beyond its limit one try a minute. */
    perBrowser: { limit: 10, windowMs: 15 * minute },
    perBrowserStep: { limit: 1, windowMs: minute },
    /** Failures in a row from unknown browsers (NIST SP 800-63B-4 3.2.2), over all addresses; unknown logins forget after a day. */
    strangers: { limit: 100, windowMs: 3650 * day, unknownWindowMs: day },
  },
  /** NIST SP 800-63B-4 and OWASP: argon2id, 19 MiB, two passes, one lane; raise memory on bigger hardware, never lower. */
  argon2: { memoryCost: 19_456, timeCost: 2, parallelism: 1, queue: 64, waitMs: 2000, gatherMs: 50 },
  mail: {
    keptMs: 30 * day,
    timeZone: 'Europe/Madrid',
    leaseMs: 5 * minute,
    /** Shorter than the lease, so that nobody else takes a mail that is still being delivered. */
    deliverWithinMs: 2 * minute,
    retriesMs: [minute, 5 * minute, 15 * minute, hour, 3 * hour, 3 * hour, 3 * hour, 3 * hour, 3 * hour, 3 * hour, 3 * hour],
  },
  /** `bodyWithinMs`: for everything but documents. */
  http: { bodyBytes: 65_536, bodyWithinMs: 30_000, stopWithinMs: 10_000 },
} as const
export type Rules = typeof rules

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], { error: 'must be on or off' })
  .transform((value) => value === 'on' || value === 'true' || value === '1')

const time = (usual: number) =>
  z.coerce.number({ error: 'must be a number' }).min(0, 'must not be negative').max(10_000, 'must be at most 10000').default(usual)

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int()
    .min(1, 'must be a port number, 1 to 65535')
    .max(65_535, 'must be a port number, 1 to 65535')
    .default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine((url) => !URL.canParse(url) || new URL(url).pathname === '/', 'must be an origin without a path')
    .refine((url) => !/^http:/i.test(url) || isLoopback(url), 'must be https, except on localhost')
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587 or smtps://host' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>,]*<[^\s<>@,]+@[^\s<>@,]+>$|^[^\s<>@,]+@[^\s<>@,]+$/, 'must be an address or "Name <address>"')
    .default('Porta <no-reply@localhost>'),
  TRUSTED_PROXIES: z.string().default('').transform(proxies),
  MAIL_REPLY_TO: z
    .string()
    .regex(/^[^\r\n<>,]*<[^\s<>@,]+@[^\s<>@,]+>$|^[^\s<>@,]+@[^\s<>@,]+$/, 'must be an address or "Name <address>"')
    .optional(),
  /** Range queries for leaked passwords, such as https://api.pwnedpasswords.com/range/: only five characters of a SHA-1 leave the house. */
  LEAKED_PASSWORDS_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  /** Times of the help with a lost device; fractions are allowed. */
  RECOVERY_COOLING_HOURS: time(24),
  RECOVERY_VOUCHED_COOLING_HOURS: time(12),
  RECOVERY_CARE_HOURS: time(72),
  DOCUMENTS_KEPT_DAYS: time(90),
  /** A virus scanner that speaks clamd's protocol, such as tcp://127.0.0.1:3310: no document is taken that it has not seen. */
  CLAMD_URL: z.url({ protocol: /^tcp$/, error: 'must look like tcp://host:3310' }).optional(),
  DEMO: flag.default(false),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  NODE_ENV: z.string().default('development'),
})

export type Config = ReturnType<typeof readConfig>

/**
 * The settings of this process from its environment; an empty variable counts as not set.
 * Throws an Error whose message is one line that names each bad setting.
 */
export function readConfig(env: Record<string, string | undefined>) {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== '')))
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  const e = parsed.data
  if (e.DEMO && e.NODE_ENV === 'production') throw new Error('DEMO must be off in production')
  const publicUrl = new URL(e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).origin
  return {
    host: e.HOST,
    port: e.PORT,
    publicUrl,
    /** Where a browser's request may come from. Without PUBLIC_URL both names of this machine. */
    origins: e.PUBLIC_URL ? [publicUrl] : [publicUrl, `http://127.0.0.1:${e.PORT}`],
    dataDir: e.DATA_DIR,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    mailReplyTo: e.MAIL_REPLY_TO,
    leakedPasswordsUrl: e.LEAKED_PASSWORDS_URL,
    /** After the second approval everybody concerned has so long to object; less when another admin has vouched. */
    recovery: {
      coolingMs: e.RECOVERY_COOLING_HOURS * hour,
      vouchedCoolingMs: Math.min(e.RECOVERY_VOUCHED_COOLING_HOURS, e.RECOVERY_COOLING_HOURS) * hour,
      careMs: e.RECOVERY_CARE_HOURS * hour,
      documentsKeptMs: e.DOCUMENTS_KEPT_DAYS * day,
    },
    clamdUrl: e.CLAMD_URL,
    /** The country whose numbers may be written without a prefix (ISO 3166-1). */
    country: 'ES' as const,
    isTrustedProxy: e.TRUSTED_PROXIES,
    demo: e.DEMO,
    logLevel: e.LOG_LEVEL,
    issuer: 'Porta',
    rules,
  }
}

function isLoopback(url: string) {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

/** A list like "127.0.0.1, 10.0.0.0/8, fd00::/8" as a question about an address. */
function proxies(list: string, ctx: z.RefinementCtx) {
  const known = new BlockList()
  for (const item of list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = '', prefix, ...rest] = item.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
    if (version === 0 || rest.length > 0 || !(bits <= most)) {
      ctx.addIssue({ code: 'custom', message: `must list addresses or networks, not "${item}"` })
      return () => false
    }
    known.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4')
  }
  return (address: string) => isIP(address) !== 0 && known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
