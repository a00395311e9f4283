import type { Deps } from '../deps.ts'
import { changeApiAddresses, changeApiPassword, listApiContacts, makeApiContact, removeApiContact } from '../domain/api-contact.ts'
import type { Handlers } from './mount.ts'

export const apiContactRoutes = (deps: Deps) =>
  ({
    'GET /api/api-contacts': ({ who }) => listApiContacts(deps, { who }),
    'POST /api/api-contacts': ({ who, body, visit }) => {
      const { name, addresses, ...proof } = body
      return makeApiContact(deps, { who, name, addresses, proof, visit })
    },
    'POST /api/api-contacts/:contactId/password': ({ who, params, body, visit }) =>
      changeApiPassword(deps, { who, contactId: params.contactId, proof: body, visit }),
    'POST /api/api-contacts/:contactId/addresses': async ({ who, params, body, visit }) => {
      const { addresses, ...proof } = body
      await changeApiAddresses(deps, { who, contactId: params.contactId, addresses, proof, visit })
      return null
    },
    'POST /api/api-contacts/:contactId/remove': async ({ who, params, body, visit }) => {
      await removeApiContact(deps, { who, contactId: params.contactId, proof: body, visit })
      return null
    },
  }) satisfies Partial<Handlers>
