import type { Shape } from '../../shape.ts'
import type ca from '../ca/common.ts'

export default {
  skip: 'Přejít na obsah',
  language: 'Jazyk',
  close: 'Zavřít',
  cancel: 'Zrušit',
  wait: 'Znovu to můžete zkusit za {wait}.',
  waitOver: 'Už to můžete zkusit znovu.',
  reference: 'Až nám o tom řeknete, uveďte toto označení: {id}',
  howToFix: 'Jak to napravit',
  newPassword: 'Nastavit nové heslo',
  code: 'Šestimístný kód',
  password: 'Heslo',
  show: 'Zobrazit',
  hide: 'Skrýt',
  thePassword: 'heslo',
  browserOnSystem: '{browser}, {system}',
  unknownBrowser: 'Neznámý prohlížeč',
  newTab: 'otevře se v nové kartě',
  notFoundTitle: 'Tato stránka neexistuje',
  notFoundText: 'Možná je v adrese překlep, nebo se stránka přestěhovala.',
  goHome: 'Přejít na úvodní stránku',
  brokenTitle: 'Něco se nepovedlo',
  brokenText: 'Stránku se nepodařilo zobrazit. Načtěte ji znovu; pokud to nepomůže, zkuste to za chvíli.',
  reload: 'Načíst stránku znovu',
} as const satisfies Shape<typeof ca>
