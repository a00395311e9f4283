import type { Shape } from '../../shape.ts'
import type ca from '../ca/problems-inside.ts'

export default {
  'too-many-api-contacts': 'Firma už má tolik kontaktů API, kolik jich může mít. Nejdřív odstraňte některý, který nepoužíváte.',
  'staff-only': 'Tohle může udělat jen podpora.',
  'request-closed': 'Tato žádost je uzavřená. Pokud je ještě co udělat, pošlete novou.',
  'draft-over':
    'Tohle už se podepsat nedá: čas vypršel, bylo to staženo nebo už je to podepsané. Pokud o to stále stojíte, pošlete žádost nebo zavolejte znovu.',
  'changed-meanwhile': 'Mezitím se to změnilo. Přečtěte si to znovu a zkuste to ještě jednou.',
  'signature-void':
    'Podpis už neodpovídá tomu, co tu stojí. Nic podle toho nedělejte: řekněte to správcům systému a požádejte zákazníka, ať žádost pošle znovu.',
  'case-not-entered': 'Stránka případu se zavřela. Napište jeho číslo a požádejte o nový kód; co jste poslali, tam zůstalo.',
  'case-open-already': 'Jeden případ už je otevřený. Podívejte se do e-mailu: je tam jeho číslo a s kódem otevřete jeho stránku.',
  'out-of-order': 'V tomto stavu případu to nejde. Načtěte stránku znovu a uvidíte, co je na řadě.',
  'another-person-needed': 'Tohle musí udělat někdo jiný: první schválení je vaše.',
  'not-held': 'Tohle může udělat jen ten, kdo má případ u sebe. Pokud je volný, vezměte si ho.',
  'checklist-incomplete':
    'Některý bod seznamu není zaškrtnutý. Zkontrolujte všechny; pokud některý neplatí, vyžádejte si, co chybí, nebo případ zamítněte.',
  'documents-missing': 'Zatím tu není žádný dokument. Přidejte podepsaný formulář a zkuste to znovu.',
  'document-refused': 'Tento dokument nemůžeme přijmout. Naskenujte ho znovu jako PDF, JPEG nebo PNG.',
  'too-many-documents': 'Dokumentů je příliš mnoho. Odeberte některý, který není potřeba, nebo to zkuste zítra.',
  'under-care':
    'Po ztrátě telefonu má tento účet zvýšenou ochranu a několik dní nemůže nic měnit na kontaktech. Požádejte jiného správce, nebo počkejte.',
  'field-not-a-document': 'Není to PDF, JPEG ani PNG. Uložte to v jednom z těchto formátů.',
  'field-file-too-large': 'Je příliš velký: nejvýše 10 MB. Naskenujte ho znovu s menším rozlišením.',
  'field-damaged': 'Nejde otevřít: soubor je poškozený. Uložte nebo naskenujte ho znovu.',
  'field-encrypted': 'Je chráněný heslem. Uložte ho bez hesla a pošlete znovu.',
  'field-active-content':
    'Obsahuje aktivní prvky, například formuláře, skripty nebo přiložené soubory. Vytiskněte ho a naskenujte, nebo ho uložte jako obrázek.',
  'field-too-many-pages': 'Má příliš mnoho stran: nejvýše 50. Pošlete jen ty, které jsou potřeba.',
  'field-too-many-pixels': 'Obrázek je příliš velký. Naskenujte ho znovu s menším rozlišením.',
  'field-infected': 'Našli jsme v něm virus a neuložili jsme ho. Naskenujte papír na jiném počítači.',
} as const satisfies Shape<typeof ca>
