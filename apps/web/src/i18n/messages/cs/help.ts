import type { Shape } from '../../shape.ts'
import type ca from '../ca/help.ts'

export default {
  title: 'Nápověda',
  intro: 'Jak se přihlásit, jak je váš účet chráněný a co dělat, když něco nefunguje.',
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
    'V části „Zařízení a relace“ vidíte zapamatovaná zařízení a můžete je kdykoli zapomenout. Všechna se zapomenou vypnutím ověření nebo změnou hesla či e-mailu.',
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
  recoveryCodes1: 'Při zapnutí ověření dostanete deset záložních kódů. Ukážeme je jen tehdy: zkopírujte je, stáhněte nebo vytiskněte.',
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
    'Spravuje firmu ještě někdo jiný, kdo má zapnuté ověření? Může vám to vaše nastavit znovu na vaší stránce v části „Kontakty“: je to otázka minut.',
  lostDeviceStep5:
    'Nemáte nic z toho? Na stránce s kódem zvolte „Ztratil se mi telefon“ a otevřete případ: kdo jste, zkontrolujeme podle úředně ověřené žádosti. Jsou to dny. Po telefonu nikdy nic nevypínáme.',
  lostDevice2: 'Až se znovu přihlásíte kódem z jiného telefonu, vyměňte klíč: ztracený telefon tím přestane platit.',
  lostDevice3:
    'Ať se to nestane: mějte záložní kódy jinde než telefon, přidejte si druhý telefon nebo vytiskněte list a dbejte na to, aby firma měla aspoň dva správce s ověřením.',

  certifiedTitle: 'Případ obnovení přístupu krok za krokem',
  certified1: 'Když není jiná cesta, zkontrolujeme, kdo jste, podle úředně ověřeného papíru:',
  certifiedStep1:
    'Zadejte e-mail a heslo, zvolte „Ztratil se mi telefon“ a otevřete případ. Pošleme vám e-mailem osmimístný kód, který otevře jeho stránku. S číslem případu si můžete kdykoli říct o další.',
  certifiedStep2:
    'Vytiskněte formulář. Je na něm číslo případu, QR kód s adresou stránky a otisk textu, který by se změnil, kdyby někdo přepsal jediné písmeno.',
  certifiedStep3:
    'Podepište ho před notářem nebo tam, kde váš podpis úředně ověří: potvrdí, že tento text podepisujete opravdu vy. U firmy si obstarejte i výpis z rejstříku, kde je uvedeno, kdo ji zastupuje.',
  certifiedStep4: 'Všechny stránky naskenujte, nahrajte je na stránku případu (PDF, JPEG nebo PNG) a stiskněte „Odeslat případ“.',
  certifiedStep5: 'Zkontrolují to dva lidé z podpory, jeden po druhém. Když něco chybí, požádají o to a dokumenty můžete přidat.',
  certifiedStep6:
    'Když to schválí oba, ještě počkáme, obvykle jeden den, kdyby měl někdo námitky. Pokud jiný správce potvrdil, že jste to vy, je to kratší.',
  certifiedStep7: 'Vypneme ověření, ukončíme všechny relace a pošleme vám odkaz k nastavení nového hesla. Platí jednou, po dobu 24 hodin.',
  certified2: 'Jak dlouho to trvá: než máte ověřený podpis, na což je 30 dní, pak nejvýš dva dny kontroly a závěrečné čekání.',
  certified3:
    'O každém kroku vám napíšeme. Podpora nikdy nevidí ani nepíše vaše heslo, klíč ani QR kód. Dokumenty jsou uložené šifrovaně, vidí je jen ti, kdo případ kontrolují, a po čase se smažou.',
  certified4: 'Ještě několik dní potom, obvykle tři, je účet označený: nemůžete měnit kontakty firmy a po telefonu nic nepřijímáme.',
  certified5:
    'Když se telefon mezitím najde, stiskněte na stránce případu „Telefon se našel“, nebo se přihlaste jako vždy a případ zastavte.',

  caseOpenedTitle: 'Někdo za mě otevřel případ',
  caseOpened1:
    'Pokud vám píšeme, že jste ztratili telefon, a není to pravda, někdo zná vaše heslo a zkouší se dostat dovnitř bez kódů. Udělejte toto:',
  caseOpenedStep1:
    'Zastavte případ: otevřete odkaz v e-mailu a stiskněte „Zastavit případ“, nebo se přihlaste jako vždy a stiskněte to nahoře na stránce.',
  caseOpenedStep2: 'Změňte si heslo.',
  caseOpenedStep3: 'Podívejte se do částí „Aktivita“ a „Zařízení a relace“, jestli tam není něco cizího.',
  caseOpened2:
    'Samotné otevření případu nic nemění: bez úředně ověřeného podpisu a dvou schválení se dál nedostane. Odkaz platí až do konce případu, i během závěrečného čekání.',

  caseOfAnotherTitle: 'Kolega ztratil telefon',
  caseOfAnother1: 'Když někdo z firmy otevře případ, dáme jejím kontaktům vědět e-mailem. Správci ho vidí i na stránce „Ověření“ firmy.',
  caseOfAnotherStep1: 'Promluvte si s ním, na čísle, které už znáte. Na e-mail neodpovídejte.',
  caseOfAnotherStep2:
    'Pokud je to pravda, nejrychlejší je, když mu správce nastaví ověření znovu na stránce kontaktu. Správce také může svým kódem potvrdit „Je to pravda, potvrzuji“: závěrečné čekání je pak kratší.',
  caseOfAnotherStep3:
    'Pokud to pravda není nebo si nejste jistí, případ zastavte: odkazem v e-mailu to může udělat každý, komu jsme dali vědět.',

  codesRefusedTitle: 'Proč kód neplatí',
  codesRefused1: 'Už byl použit. Každý kód platí jednou: počkejte na další. Použitý je i kód, kterým se ověření zapnulo.',
  codesRefused2:
    'Hodiny v telefonu jdou špatně. Stránka říká, o kolik minut jdou napřed nebo pozadu: zapněte si v nastavení data a času automatický čas.',
  codesRefused3: 'Je ze staré položky v aplikaci, z doby před vypnutím a novým zapnutím ověření. Starou položku smažte.',
  codesRefused4: 'Bylo jich zadáno příliš mnoho. Počkejte tak dlouho, jak píše stránka; po deseti je potřeba nové heslo.',

  forgottenTitle: 'Když zapomenete heslo',
  forgotten1:
    'Na přihlašovací stránce zvolte „Zapomněli jste heslo?“ a napište svůj e-mail. Pošleme vám odkaz, který platí jednou, po dobu jedné hodiny.',
  forgotten2: 'Stránka říká totéž, ať k e-mailu účet existuje, nebo ne: nikdo tak nezjistí, kdo je náš zákazník.',
  forgotten3:
    'Odkaz slouží jen k nastavení nového hesla. Nepřihlásí vás a nemění ověření: pokud ho máte zapnuté, budeme potom chtít kód jako vždy.',
  forgotten4:
    'Heslo musí mít alespoň 15 znaků. Nejjednodušší je několik slov za sebou, která spolu nesouvisí. Když bude příliš snadné ho uhodnout, řekneme vám to, i proč.',
  forgotten5:
    'Když e-mail nepřijde, podívejte se do nevyžádané pošty a zkontrolujte adresu. Po několika žádostech za sebou chvíli počkejte: platí jen dva nejnovější odkazy.',

  limitsTitle: 'Příliš mnoho pokusů a jak schválit prohlížeč',
  limits1:
    'Pokusy počítáme, aby nikdo nemohl zkoušet hesla nebo kódy donekonečna. Prohlížeč, kterým jste se už přihlásili, má vlastní počítání: cizí pokusy ho nemohou zablokovat.',
  limits2:
    'Když je pokusů z neznámých prohlížečů příliš mnoho, zastavíme je všechny a pošleme vám odkaz. Otevřete ho v prohlížeči, kterým se chcete přihlásit, a stiskněte „Schválit tento prohlížeč“: heslo v něm můžete zkusit znovu. Odkaz platí 24 hodin.',
  limits3: 'Schválení prohlížeče nikoho nepřihlásí. Udělejte to jen tehdy, když jde o vaše vlastní přihlášení.',
  limits4:
    'U kódů: po pěti nesprávných se čeká, pokaždé déle. Po deseti je potřeba nové heslo, protože kdo je zkoušel, znal to vaše. Odkaz vám pošle „Zapomněli jste heslo?“.',

  warningTitle: 'Varovný e-mail a „To nejsem já“',
  warning1:
    'Když někdo správně napíše vaše heslo, ale nezadá kód, pošleme vám e-mail: kdy to bylo, odkud a z jakého prohlížeče. Při příštím přihlášení to uvidíte i nahoře na stránce.',
  warning2:
    'Pokud o tom víte a přihlášení jen zůstalo nedokončené, není potřeba nic dělat. Na stránce stiskněte „Ano, to jsem já“ a upozornění zmizí.',
  warning3:
    'Pokud o tom nevíte, někdo zná vaše heslo. Otevřete odkaz v e-mailu a stiskněte „To nejsem já“. Heslo přestane platit, všechny relace skončí, zapamatovaná zařízení zapomeneme a pošleme vám odkaz k nastavení nového hesla.',
  warning4: 'Otevření odkazu nic nemění: to dělá až tlačítko. Odkaz platí sedm dní.',
  warning5: 'Dokud neodpovíte, budeme kód chtít i na zapamatovaných zařízeních. Jeden správný kód k tomu jako odpověď stačí.',
  warning6: 'Když se to stane mnohokrát, schránku vám nezaplníme: posíláme nejvýš tři e-maily denně a v každém je všechno, co se stalo.',

  checkUpTitle: 'Kontrola po dvou týdnech',
  checkUp1:
    'Dva týdny po zapnutí ověření vás jednou požádáme o kód. Pokud se přihlašujete jen na zapamatovaných zařízeních, nemuseli byste si všimnout, že je telefon už neukazuje.',
  checkUp2:
    'Když to nefunguje, je ještě čas: mějte po ruce záložní kódy; zobrazte QR kód a naskenujte ho jiným telefonem; nebo ověření záložním kódem vypněte a znovu zapněte. Pokud se vám to teď nehodí, stiskněte „Teď ne“ a už se nezeptáme.',

  changesTitle: 'Změna hesla, e-mailu nebo telefonu',
  changes1: 'Najdete ji ve svém účtu, v částech „Heslo“ a „Moje údaje“.',
  changes2: 'Vždy chceme něco, co znáte nebo máte jen vy: kód z aplikace, nebo heslo, pokud ověření nemáte zapnuté. U hesla i to současné.',
  changes3:
    'E-mail se mění ve dvou krocích: na novou adresu pošleme osmimístný kód a nic se nezmění, dokud ho na téže stránce nenapíšete. Dáme vědět na obě adresy.',
  changes4:
    'Po každé změně skončí ostatní relace. Při změně hesla a e-mailu se navíc zapomenou zapamatovaná zařízení. Vždy vám pošleme e-mail.',

  activityTitle: 'Stránka s aktivitou',
  activity1:
    'V části „Aktivita“ je všechno, co se s vaším účtem dělo: přihlášení, kódy, zařízení a změny, podle vašich hodin, s prohlížečem a místem v síti.',
  activity2: 'Můžete si vybrat téma a dny. Co má označení „Pozor“, stojí za druhý pohled.',
  activity3: 'Pokud uvidíte něco, o čem nevíte, změňte si heslo a podívejte se do části „Zařízení a relace“, co je otevřené.',

  mailsTitle: 'Které e-maily posíláme a jak poznat falešný',
  mails1:
    'Píšeme, když se s vaším účtem stane něco důležitého: přihlášení z nového prohlížeče nebo nedokončené, změna hesla, e-mailu nebo telefonu, ověření, klíče, kódy a zařízení.',
  mails2:
    'Většina nemá žádný odkaz. Mají ho jen tyto: nastavení nového hesla, „To nejsem já“, schválení prohlížeče, přijetí pozvánky a zastavení případu obnovení přístupu. Žádný náš odkaz vás nepřihlásí.',
  mails3: 'Nikdy se vás nezeptáme na heslo ani na kód, e-mailem ani telefonicky.',
  mails4:
    'Pokud máte pochybnosti, neklikejte: napište adresu klientské zóny do prohlížeče jako vždy a podívejte se, zda je upozornění i v části „Aktivita“. Když tam není, je e-mail falešný.',

  contactsTitle: 'Kontakty a role',
  contacts1: 'Kontakt je člověk, který má přístup k účtu firmy. Jsou dvojí: kdo používá služby, a kdo navíc firmu spravuje.',
  contacts2: 'Správci přidávají kontakty pozvánkou e-mailem. Odkaz platí 24 hodin; když vyprší, dá se poslat znovu.',
  contacts3:
    'Hlavní účet zastupuje firmu samotnou: vždy ji spravuje a je vždy aktivní. Dá se předat jinému správci, ale nesmí zůstat bez nikoho.',
  contacts4: 'Změna role vyžaduje vaše potvrzení a dáme o ní vědět všem správcům. Platí od dalšího kliknutí.',

  contactVerificationTitle: 'Zapnutí ověření jinému kontaktu',
  contactVerification1:
    'V části „Kontakty“ klikněte na přepínač u daného člověka. Nejdřív musíte mít zapnuté vlastní ověření. Jsou dva způsoby:',
  contactVerification2:
    'Při příštím přihlášení: každý si ho zapne sám, dřív než cokoli jiného. Klíč nikdo další neuvidí. Nejlepší, když u vás dotyčný není.',
  contactVerification3:
    'Tady a teď: člověk je u vás a QR kód naskenuje z vaší obrazovky. Protože ho vidíte i vy, zaznamenáme to a požádáme ho, ať si klíč obnoví.',
  contactVerification4:
    'Chcete-li ho vypnout nebo nastavit znovu, klikněte na přepínač ON. Je k tomu potřeba váš kód a důvod, který dotyčný dostane e-mailem. Nejdřív se ujistěte, že vás o to žádá opravdu on.',

  companyRuleTitle: 'Firemní pravidlo',
  companyRule1:
    'Správci mohou nastavit ověření jako povinné pro všechny od určitého data. Najdete to v části „Kontakty“ na stránce „Ověření“.',
  companyRule2:
    'Komu ověření chybí, tomu dáme vědět při uložení pravidla a připomeneme to 7 dní a 1 den předem. Od toho data si ho musí při přihlášení zapnout dřív než cokoli jiného.',
  companyRule3: 'Datum zvolte s předstihem: ať si všichni stihnou nainstalovat aplikaci a programy SOAP dostanou svůj kontakt API.',

  boardTitle: 'Stránka „Ověření“ firmy',
  board1: 'Říká, kolik kontaktů ověření má a kolik ne, a jak by se každý znovu přihlásil, kdyby ztratil telefon.',
  board2:
    'Záložním kódem nebo s pomocí jiného správce jsou to minuty. Bez obojího je potřeba úředně ověřená žádost a jsou to dny. Předejdete tomu uloženými záložními kódy a aspoň dvěma správci s ověřením.',
  board3: 'Seznam se dá stáhnout jako soubor CSV pro tabulkový program.',

  leaversTitle: 'Když někdo z firmy odejde',
  leavers1:
    'Otevřete stránku daného člověka a zvolte „Odebrat natrvalo“. Jedním krokem skončí relace, zapomenou se zařízení a přestanou platit heslo, klíč i telefon. Nejde to vzít zpět.',
  leavers2:
    'Zpráva zůstane v části „Odchody“. Podívejte se, jestli dotyčný nevytvořil kontakty API, které dál fungují, nebo neviděl něčí klíč: ty je třeba změnit.',
  leavers3: 'Pokud je to jen na čas, lepší je „Deaktivovat“: nepřihlásí se, ale všechno zůstane, jak je.',

  programsTitle: 'Kontakty API a programy SOAP',
  programs1:
    'Starý program, který se připojuje přes SOAP, kódy psát neumí. Proto rozhraní SOAP odmítá lidi se zapnutým ověřením. Kontakt API je vlastní kontakt programu s dlouhým heslem, které vygenerujeme.',
  programsStep1: 'V části „Kontakty“ zvolte „Vytvořit kontakt API“. Zapnuté ověření musíte mít vy i hlavní účet.',
  programsStep2: 'Uživatele, heslo a adresu WSDL zkopírujte do nastavení programu. Heslo se zobrazí jen jednou.',
  programsStep3: 'Nechte program připojit. Na obrazovce uvidíte, jak dorazí první volání.',
  programsStep4: 'Teď můžete zapnout ověření (ON) člověku, pod kterým se program přihlašoval.',
  programs2:
    'Heslo po roce vyprší; dáme vám vědět 30, 7 a 1 den předem. Po změně platí to dosavadní ještě 24 hodin. Můžete také určit, z jakých adres se smí připojit.',
  programs3: 'Kontakt API se nikdy nepřihlásí na tento web, nemůže spravovat firmu ani si obnovit heslo e-mailem.',

  whatAdminsSeeTitle: 'Co správci vidí a mohou',
  whatAdminsSee1:
    'Vidí jméno, e-mail, telefon, poslední přihlášení, jestli je zapnuté ověření a kolik je záložních kódů, relací a zařízení. Vidí i bezpečnostní aktivitu.',
  whatAdminsSee2:
    'Nikdy nevidí hesla ani záložní kódy. Klíč vidí jen tehdy, když vám ověření zapínají „tady a teď“; to zaznamenáme a požádáme vás o jeho obnovení.',
  whatAdminsSee3:
    'Nemohou se přihlásit za vás ani vám změnit e-mail nebo heslo. O všem, co s vaším účtem udělají, vám dáme vědět e-mailem.',

  requestsTitle: 'Autorizované žádosti',
  requests1:
    'Tak se žádá o změnu služeb bez telefonování: v části „Žádosti“ napište, co chcete, a podepište to kódem z aplikace, nebo heslem, pokud ověření nemáte zapnuté.',
  requests2:
    'Text se zmrazí a server ho podepíše, s vaším jménem a časem. Podpora udělá přesně to, co v něm stojí: kdyby v něm někdo změnil jediné písmeno, podpis by přestal platit a nic by s ním udělat nemohla.',
  requests3: 'Označení říká, podle čeho víme, že jste to chtěli vy:',
  requestsPoint1: '„Podepsaná kódem“: novým kódem z vaší aplikace. Nejjistější.',
  requestsPoint2: '„Bez ověření“: jen heslem, protože ověření nebylo zapnuté.',
  requestsPoint3: '„Ze zapamatovaného zařízení“: u zpráv a stažení, kde se kód nevyžaduje.',
  requestsPoint4: '„Poslaná programem“: přes rozhraní SOAP, heslem programu.',
  requests4:
    'Dokud není vyřízená, můžete ji stáhnout a psát k ní zprávy. Zpráva nemění, co jste podepsali: chcete-li něco jiného, pošlete novou.',

  receiptsTitle: 'Potvrzenka a jak ji zkontrolovat',
  receipts1: 'Ke každé podepsané žádosti si můžete stáhnout potvrzenku: textový soubor s tím, o co jste žádali, a s podpisem.',
  receipts2:
    'Chcete-li ji zkontrolovat, otevřete adresu, která je přímo na ní, a vložte celý text nebo vyberte soubor. Stránka řekne, jestli je pravá a co bylo podepsáno. Může to udělat každý, kdo potvrzenku má, bez přihlášení.',
  receipts3: 'Když v ní někdo změní jediný znak, pravá není. Pokud je vaše, stáhněte si ji znovu z její žádosti.',
  receipts4: 'Kdo to umí, zkontroluje ji i bez nás: podpis je Ed25519 a klíče zveřejňujeme na /api/signing-keys.',

  phoneTitle: 'Telefonáty na podporu',
  phone1: 'Se zapnutým ověřením po telefonu nic neměníme, ani když voláte ze svého čísla: číslo se dá zfalšovat, kód z vašeho telefonu ne.',
  phone2:
    'Když zavoláte, může podpora zapsat vaše přání vašimi slovy. Hned se objeví v klientské zóně: přečtěte si ho, podepište kódem a je z něj autorizovaná žádost, ještě během hovoru.',
  phone3:
    'Pokud to není přesně ono, nepodepisujte: požádejte o úpravu, nebo stiskněte „Nepodepíšu“. Bez vašeho podpisu se nic nestane a po půl hodině to propadne.',
  phone4:
    'Podpora se vás nikdy nezeptá na heslo ani na kód: kód se píše na vaší obrazovce a neříká se nikomu. Každé vyhledání vašeho čísla se zapíše do části „Aktivita“.',
  phone5: 'Bez ověření vaše kontaktní číslo přijímáme. To je dobrý důvod ho zapnout.',
} as const satisfies Shape<typeof ca>
