import type { Language } from '@porta/shared'

type FormWords = {
  title: string
  number: string
  name: string
  email: string
  company: string
  date: string
  asks: string
  declares: string
  forCompany: string
}

/** The words of the form that is signed before a notary. */
export const formWords: Record<Language, FormWords> = {
  ca: {
    title: 'sol·licitud de recuperació de l’accés',
    number: 'Número del cas',
    name: 'Nom',
    email: 'Adreça electrònica del compte',
    company: 'Empresa',
    date: 'Data',
    asks: 'He perdut el dispositiu amb què confirmava els inicis de sessió. Demano que, un cop comprovada aquesta sol·licitud, es desactivi la verificació d’inici de sessió d’aquest compte i se m’enviï un enllaç per posar-hi una contrasenya nova.',
    declares: 'Declaro que aquest compte és meu i que les dades d’aquest full són certes.',
    forCompany: 'Signo en nom de l’empresa indicada i hi adjunto un extracte del registre que ho acredita.',
  },
  es: {
    title: 'solicitud de recuperación del acceso',
    number: 'Número del caso',
    name: 'Nombre',
    email: 'Dirección electrónica de la cuenta',
    company: 'Empresa',
    date: 'Fecha',
    asks: 'He perdido el dispositivo con el que confirmaba los inicios de sesión. Pido que, una vez comprobada esta solicitud, se desactive la verificación de inicio de sesión de esta cuenta y se me envíe un enlace para poner una contraseña nueva.',
    declares: 'Declaro que esta cuenta es mía y que los datos de esta hoja son ciertos.',
    forCompany: 'Firmo en nombre de la empresa indicada y adjunto un extracto del registro que lo acredita.',
  },
  en: {
    title: 'request to recover access',
    number: 'Case number',
    name: 'Name',
    email: 'E-mail address of the account',
    company: 'Company',
    date: 'Date',
    asks: 'I have lost the device with which I confirmed my sign-ins. Once this request has been checked, I ask that login verification be switched off for this account and that I be sent a link to set a new password.',
    declares: 'I declare that this account is mine and that what this sheet says is true.',
    forCompany: 'I sign on behalf of the company named above and enclose a register extract that proves it.',
  },
  cs: {
    title: 'žádost o obnovení přístupu',
    number: 'Číslo případu',
    name: 'Jméno',
    email: 'E-mailová adresa účtu',
    company: 'Firma',
    date: 'Datum',
    asks: 'Ztratil(a) jsem zařízení, kterým jsem potvrzoval(a) přihlášení. Žádám, aby po ověření této žádosti bylo u tohoto účtu vypnuto ověření přihlášení a aby mi byl zaslán odkaz k nastavení nového hesla.',
    declares: 'Prohlašuji, že tento účet je můj a že údaje na tomto listu jsou pravdivé.',
    forCompany: 'Podepisuji jménem uvedené firmy a přikládám výpis z rejstříku, který to dokládá.',
  },
}
