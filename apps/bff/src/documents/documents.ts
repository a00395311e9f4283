import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../deps.ts'
import type { Random } from '../domain/tokens.ts'
import { arrivals } from './arrivals.ts'
import { virusScanner } from './clamd.ts'
import { documentInspector } from './inspect.ts'
import { openVault } from './vault.ts'

export type Documents = ReturnType<typeof openDocuments>

/** The way of a scan into the house: taken into memory, looked at, shown to the virus scanner where there is one, and sealed in a file. */
export function openDocuments(config: Config, random: Random, log: Log) {
  const rules = config.rules.documents
  return {
    take: arrivals(rules.arrivingBytes),
    inspect: documentInspector(rules, log),
    scan: config.clamdUrl ? virusScanner(config.clamdUrl, rules.scanWithinMs) : async () => undefined,
    vault: openVault(join(config.dataDir, 'documents'), random),
  }
}
