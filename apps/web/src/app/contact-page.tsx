import { useParams } from 'react-router'
import { ContactView } from '../features/contacts/contact-view.tsx'
import { hereAndNow } from './here-and-now.tsx'

/** One contact of the company. */
export default function ContactPage() {
  const { contactId = '' } = useParams()
  return <ContactView key={contactId} contactId={contactId} hereAndNow={hereAndNow} />
}
