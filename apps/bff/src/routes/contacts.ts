import type { Deps } from '../deps.ts'
import {
  confirmContactEnrolment,
  requireContactEnrolment,
  startContactEnrolment,
  turnOffForContact,
} from '../domain/contact-verification.ts'
import { changeContact, describeContact, endContactSessions, listContacts } from '../domain/contacts.ts'
import { letLeave, listLeavers } from '../domain/leaver.ts'
import { changeActive, changeRole } from '../domain/roles.ts'
import type { Handlers } from './mount.ts'

export const contactRoutes = (deps: Deps) =>
  ({
    'GET /api/contacts': ({ who, query }) => listContacts(deps, { who, ...query }),
    'GET /api/contacts/:contactId': ({ who, params }) => describeContact(deps, { who, ...params }),
    'PATCH /api/contacts/:contactId': ({ who, params, body, visit }) =>
      changeContact(deps, { who, ...params, ...body, proof: body, visit }),
    'POST /api/contacts/:contactId/role': async ({ who, params, body, visit }) => {
      await changeRole(deps, { who, ...params, role: body.role, proof: body, visit })
      return null
    },
    'POST /api/contacts/:contactId/active': async ({ who, params, body, visit }) => {
      await changeActive(deps, { who, ...params, active: body.active, proof: body, visit })
      return null
    },
    'POST /api/contacts/:contactId/end-sessions': ({ who, params, body, visit }) =>
      endContactSessions(deps, { who, ...params, proof: body, visit }),
    'POST /api/contacts/:contactId/leave': ({ who, params, body, visit }) => letLeave(deps, { who, ...params, proof: body, visit }),
    'GET /api/leavers': async ({ who }) => ({ leavers: await listLeavers(deps, { who }) }),

    'POST /api/contacts/:contactId/verification/enrolment': ({ who, params, body, visit }) =>
      startContactEnrolment(deps, { who, ...params, ...body, visit }),
    'POST /api/contacts/:contactId/verification/enrolment/confirm': ({ who, params, body, visit }) =>
      confirmContactEnrolment(deps, { who, ...params, ...body, visit }),
    'POST /api/contacts/:contactId/verification/require': async ({ who, params, body, visit }) => {
      await requireContactEnrolment(deps, { who, ...params, ...body, visit })
      return null
    },
    'POST /api/contacts/:contactId/verification/off': async ({ who, params, body, visit }) => {
      await turnOffForContact(deps, { who, ...params, ...body, visit })
      return null
    },
  }) satisfies Partial<Handlers>
