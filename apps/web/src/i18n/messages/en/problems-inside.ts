import type { Shape } from '../../shape.ts'
import type ca from '../ca/problems-inside.ts'

export default {
  'too-many-api-contacts': 'The company has as many API contacts as it can have. First remove one that you do not use.',
  'staff-only': 'Only the support desk can do this.',
  'request-closed': 'This request is closed. If there is still something to do, send another one.',
  'draft-over':
    'This can no longer be signed: time has run out, it was taken back, or it is signed already. If you still want it, send a request or call again.',
  'changed-meanwhile': 'It has changed while you were looking at it. Read it again and try once more.',
  'signature-void':
    'The signature no longer fits what it says. Do nothing with it: tell whoever looks after the system, and ask the customer to send the request again.',
  'case-not-entered': 'The page of the case has closed. Type its number and ask for a new code; what you sent is still there.',
  'case-open-already': 'There is an open case already. Look in your mail: its number is there, and with a code you can open its page.',
  'out-of-order': 'As the case stands now, this cannot be done. Reload the page to see what comes next.',
  'another-person-needed': 'Somebody else has to do this: the first approval is yours.',
  'not-held': 'Only whoever holds the case can do this. Take it, if it is free.',
  'checklist-incomplete':
    'Something on the checklist is not ticked. Check all of it; if something does not hold, ask for what is missing or refuse the case.',
  'documents-missing': 'There is no document yet. Add the signed form and try again.',
  'document-refused': 'We cannot take this document. Scan it again as a PDF, JPEG or PNG.',
  'too-many-documents': 'There are too many documents. Remove one that is not needed, or try again tomorrow.',
  'under-care':
    'After a lost phone this account has extra protection and for some days cannot change anything about the contacts. Ask another admin, or wait.',
  'field-not-a-document': 'It is not a PDF, JPEG or PNG. Save it as one of these.',
  'field-file-too-large': 'It is too large: 10 MB at most. Scan it again at a lower resolution.',
  'field-damaged': 'It cannot be opened: the file is damaged. Save it or scan it again.',
  'field-encrypted': 'It is protected with a password. Save it without one and send it again.',
  'field-active-content':
    'It contains active parts, such as forms, scripts or attached files. Print it and scan it, or save it as a picture.',
  'field-too-many-pages': 'It has too many pages: 50 at most. Send only those that are needed.',
  'field-too-many-pixels': 'The picture is too large. Scan it again at a lower resolution.',
  'field-infected': 'We found a virus in it and did not keep it. Scan the paper on another computer.',
} as const satisfies Shape<typeof ca>
