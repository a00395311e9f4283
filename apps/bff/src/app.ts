import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { Problem } from './domain/problem.ts'
import { accountRoutes } from './routes/account.ts'
import { activityRoutes } from './routes/activity.ts'
import { apiContactRoutes } from './routes/api-contacts.ts'
import { caseDocumentRoutes } from './routes/case-documents.ts'
import { companyRoutes } from './routes/company.ts'
import { contactRoutes } from './routes/contacts.ts'
import { deskCallRoutes } from './routes/desk-calls.ts'
import { deskCaseRoutes } from './routes/desk-cases.ts'
import { deskRequestRoutes } from './routes/desk-requests.ts'
import { guard } from './routes/guard.ts'
import { mountHealth } from './routes/health.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { liveRoutes } from './routes/live.ts'
import { type Env, mount } from './routes/mount.ts'
import { passwordRoutes } from './routes/password.ts'
import { problemReply } from './routes/problem-reply.ts'
import { recoveryRoutes } from './routes/recovery.ts'
import { logRequests } from './routes/request-log.ts'
import { requestRoutes } from './routes/requests.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { twoFactorRoutes } from './routes/two-factor.ts'
import { mountWebFiles } from './routes/web-files.ts'
import { mountSoap } from './soap/mount.ts'

/** The whole of HTTP: guard, contract, health, screens, and one way in which refusals leave. `webDist` is the folder of the built SPA. */
export function createApp(deps: Deps, webDist?: string) {
  const app = new Hono<Env>()
  app.onError((reason, c) => problemReply(c, reason, c.get('requestId'), deps.log))
  app.notFound((c) => problemReply(c, new Problem('not-found'), c.get('requestId'), deps.log))
  app.use(logRequests(deps))
  app.use(guard(deps.config))
  mount(app, deps, {
    ...signInRoutes(deps),
    ...accountRoutes(deps),
    ...twoFactorRoutes(deps),
    ...passwordRoutes(deps),
    ...activityRoutes(deps),
    ...contactRoutes(deps),
    ...companyRoutes(deps),
    ...invitationRoutes(deps),
    ...apiContactRoutes(deps),
    ...deskCallRoutes(deps),
    ...recoveryRoutes(deps),
    ...caseDocumentRoutes(deps),
    ...deskCaseRoutes(deps),
    ...requestRoutes(deps),
    ...deskRequestRoutes(deps),
    ...liveRoutes(deps),
  })
  mountSoap(app, deps)
  mountHealth(app, deps)
  if (webDist) mountWebFiles(app, webDist)
  return app
}
