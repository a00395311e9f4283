import type { Shape } from '../../shape.ts'
import type ca from '../ca/mailed-links.ts'

export default {
  notMeTitle: 'Pokud o tom nevíte',
  notMeIntro: 'Někdo správně napsal vaše heslo, ale nezadal kód. Pokud o tom nevíte, řekněte nám to tady a hned:',
  notMe1: 'heslo přestane platit,',
  notMe2: 'všechny otevřené relace skončí,',
  notMe3: 'všechna zapamatovaná zařízení zapomeneme,',
  notMe4: 'pošleme vám e-mail s odkazem k nastavení nového hesla.',
  notMeStays: 'Ověření zůstává, jak je.',
  notMeSubmit: 'To nejsem já',
  itWasMe: 'Pokud o tom víte, zavřete tuto stránku: nic se nestane.',
  notMeDoneTitle: 'Hotovo: heslem se už nikdo nepřihlásí',
  notMeDone1: 'Heslo jsme zrušili, všechny relace ukončili a zapamatovaná zařízení zapomněli.',
  notMeDone2: 'Podívejte se do pošty: poslali jsme vám odkaz k nastavení nového hesla. Platí jednu hodinu.',
  notMeMore: 'Co toto upozornění znamená',
  approveTitle: 'Schvalte tento prohlížeč',
  approveIntro:
    'Z neznámých prohlížečů přišlo mnoho pokusů o přihlášení k vašemu účtu a my jsme je zastavili. Pokud je mezi nimi ten váš, schvalte tento prohlížeč a můžete v něm heslo zkusit znovu.',
  approveNote: 'Schválením se nepřihlásíte: stále je potřeba heslo a při zapnutém ověření i kód.',
  approveSubmit: 'Schválit tento prohlížeč',
  approveNot: 'Pokud o nich nevíte, zavřete tuto stránku: pokusy zůstanou zastavené.',
  approvedTitle: 'Prohlížeč je schválen',
  approvedText: 'Teď se z tohoto prohlížeče můžete přihlásit heslem.',
  signIn: 'Přihlásit se',
  deadTitle: 'Tento odkaz už neplatí',
  deadText: 'Vypršel, nebo byl použit. Pokud vám něco stále dělá starosti, nastavte si nové heslo.',
  deadApproveText: 'Vypršel, nebo byl použit. Zkuste se přihlásit znovu: bude-li to stále potřeba, pošleme vám nový odkaz.',
  newPassword: 'Nastavit nové heslo',
} as const satisfies Shape<typeof ca>
