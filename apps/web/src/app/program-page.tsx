import { useParams } from 'react-router'
import { ApiContactView } from '../features/api-contacts/api-contact-view.tsx'

/** One API contact of the company. */
export default function ProgramPage() {
  const { contactId = '' } = useParams()
  return <ApiContactView key={contactId} contactId={contactId} />
}
