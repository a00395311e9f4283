import type { Shape } from '../../shape.ts'
import type ca from '../ca/invitation.ts'

export default {
  title: 'Máte pozvánku do Porty',
  checking: 'Ověřujeme pozvánku…',
  hello: 'Dobrý den, {name}. {by} vás přidal(a) jako kontakt firmy <b>{company}</b>.',
  signInAs: 'Přihlašovat se budete jako <b>{email}</b>. Chybí už jen heslo.',
  submit: 'Přijmout a uložit heslo',
  notYours: 'Pokud jste pozvánku nečekali, stránku zavřete: nic se nezmění.',
  deadTitle: 'Tato pozvánka už neplatí',
  deadText: 'Vypršela, byla stažena, nebo už byla použita. Požádejte toho, kdo vás pozval, ať ji pošle znovu.',
  toSignIn: 'Přejít na přihlášení',
  tryAgain: 'Zkusit znovu',
} as const satisfies Shape<typeof ca>
