import type { Shape } from '../../shape.ts'
import type ca from '../ca/help.ts'

export default {
  title: 'Nápověda',
  intro: 'Jak funguje ověření při přihlášení, krok za krokem.',
  contents: 'Na této stránce',

  whatTitle: 'Co je ověření při přihlášení',
  what1:
    'Je to druhý zámek. Po hesle se zeptáme na šestimístný kód, který ukazuje ověřovací aplikace ve vašem telefonu a který se každých 30 sekund mění.',
  what2: 'Když se někdo dozví vaše heslo, k přihlášení mu nestačí: chybí mu váš telefon. Proto vám radíme ověření zapnout.',
  what3: 'Říká se mu také dvoufaktorové ověření: něco, co znáte (heslo), a něco, co máte (telefon).',

  onTitle: 'Jak ho zapnout',
  on1: 'Potřebujete jen telefon a pět minut.',
  onStep1: 'Nainstalujte si do telefonu ověřovací aplikaci, pokud ještě žádnou nemáte.',
  onStep2: 'Přihlaste se do Porty, klikněte vpravo nahoře na své jméno a v účtu vyberte „Dvoufaktorové ověření“.',
  onStep3: 'Klikněte na přepínač OFF. Řekneme vám, co se změní, a pokud od přihlášení uběhla delší doba, zeptáme se znovu na heslo.',
  onStep4:
    'Naskenujte QR kód aplikací. Jste-li na stejném telefonu, klepněte na tlačítko, které aplikaci otevře, nebo do ní zkopírujte klíč.',
  onStep5: 'Opište šestimístný kód z aplikace a stiskněte „Zapnout: ON“. Do té doby se nic nezmění.',
  onStep6: 'Uložte si kopii QR kódu a záložní kódy.',
  on2: 'Můžete použít Google Authenticator, Microsoft Authenticator, LastPass Authenticator nebo Authy, všechny jsou pro Android i iPhone, nebo jakoukoli jinou aplikaci TOTP.',
  on3: 'Nový klíč čeká 10 minut. Když to nestihnete, prostě začněte znovu.',
  on4: 'Zapnutím se ukončí vaše ostatní otevřené relace.',

  rememberTitle: 'Zapamatování zařízení',
  remember1:
    'Na stránce s kódem můžete zaškrtnout „Zapamatovat ověření na tomto zařízení na 30 dní“. V tomto prohlížeči se pak zeptáme jen na heslo. U citlivých změn budeme kód chtít dál.',
  remember2: 'Nedělejte to na sdíleném počítači ani na žádném, který není váš.',
  remember3:
    'V části „Zařízení a relace“ vidíte zapamatovaná zařízení a můžete je kdykoli zapomenout. Vypnutím ověření se zapomenou všechna.',
  remember4: 'Když v prohlížeči smažete soubory cookie, zeptá se na kód znovu.',

  secondPhoneTitle: 'Přidání druhého telefonu',
  secondPhone1: 'Dva telefony se stejným QR kódem ukazují stejné kódy. Nezávisíte tak na jediném.',
  secondPhoneStep1: 'V části „Dvoufaktorové ověření“ stiskněte „Zobrazit QR kód“.',
  secondPhoneStep2: 'Zadejte heslo a nový kód z aplikace.',
  secondPhoneStep3: 'Naskenujte QR kód druhým telefonem. Je vidět jednu minutu.',
  secondPhone2: 'Můžete ho také naskenovat z vytištěného listu.',
  secondPhone3: 'Každé zobrazení, stažení nebo vytištění QR kódu se zapíše na stejné stránce a pošleme vám o něm e-mail.',

  newKeyTitle: 'Výměna klíče',
  newKey1: 'Nový QR kód a klíč získáte jediným způsobem: ověření vypněte (OFF) a znovu zapněte (ON).',
  newKey2: 'Udělejte to, když ztratíte telefon nebo když QR kód mohl vidět někdo cizí.',
  newKey3: 'Potom smažte z aplikace starou položku a vyhoďte staré kopie: už neplatí.',

  offTitle: 'Jak ho vypnout',
  off1: 'Kdykoli chcete: v části „Dvoufaktorové ověření“ klikněte na přepínač ON a zadejte kód z aplikace nebo záložní kód.',
  off2: 'Vypnutím se zapomenou všechna zapamatovaná zařízení a ukončí se ostatní relace.',
  off3: 'Když ho později znovu zapnete, dostanete nový klíč a nové záložní kódy.',

  recoveryCodesTitle: 'Záložní kódy',
  recoveryCodes1: 'Při zapnutí ověření dostanete deset záložních kódů. Ukážeme je jen tehdy: uložte si je nebo vytiskněte.',
  recoveryCodes2: 'Každý platí jednou, místo kódu z aplikace: k přihlášení nebo k vypnutí ověření.',
  recoveryCodes3:
    'Mějte je jinde než telefon. V části „Dvoufaktorové ověření“ vidíte, kolik vám jich zbývá, a můžete si vytvořit nové. Staré tím přestanou platit.',

  lostDeviceTitle: 'Když ztratíte telefon',
  lostDevice1: 'Zkuste to v tomto pořadí:',
  lostDeviceStep1: 'Máte záložní kód? Na stránce s kódem zvolte „Použít záložní kód“.',
  lostDeviceStep2:
    'Máte druhý telefon se stejným klíčem? Použijte jeho kódy. Máte vytištěný list? Naskenujte ho jiným telefonem: ukáže stejné kódy.',
  lostDeviceStep3:
    'Máte zapamatovaný prohlížeč? Tam se přihlásíte heslem. K vypnutí ověření je ale i tak potřeba kód z aplikace nebo záložní kód.',
  lostDeviceStep4:
    'Nemáte nic z toho? Zavolejte nebo napište podpoře. Ověří, kdo jste, podle úředně ověřené žádosti. Po telefonu nikdy nic nevypne.',
  lostDevice2: 'Až se znovu přihlásíte kódem z jiného telefonu, vyměňte klíč: ztracený telefon tím přestane platit.',

  codesRefusedTitle: 'Proč kód neplatí',
  codesRefused1: 'Už byl použit. Každý kód platí jednou: počkejte na další. Použitý je i kód, kterým se ověření zapnulo.',
  codesRefused2: 'Hodiny v telefonu jdou špatně. Nastavte si automatický čas.',
  codesRefused3: 'Je ze staré položky v aplikaci, z doby před vypnutím a novým zapnutím ověření. Starou položku smažte.',
  codesRefused4: 'Bylo jich zadáno příliš mnoho. Počkejte tak dlouho, jak píše stránka.',

  phoneAndSoapTitle: 'Telefonáty a programy SOAP',
  phoneAndSoap1:
    'Se zapnutým ověřením nepřijímáme telefonické pokyny z vašeho kontaktního čísla: číslo se dá zfalšovat, kód z vašeho telefonu ne.',
  phoneAndSoap2:
    'Staré rozhraní SOAP odmítá kontakty, které mají ověření zapnuté. Pokud do něj některý váš program vstupuje vaším účtem, promluvte si s podporou, než ověření zapnete.',
} as const satisfies Shape<typeof ca>
