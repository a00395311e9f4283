import { type HereAndNow, refreshPeople } from '../features/contacts/contact.ts'
import { ContactWizard } from '../features/two-factor/contact-wizard.tsx'

/** The wizard for a contact's phone, where the pages about contacts switch verification on. */
export const hereAndNow: HereAndNow = (contact, onClose) => <ContactWizard contact={contact} onChanged={refreshPeople} onClose={onClose} />
