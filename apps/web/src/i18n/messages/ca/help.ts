export default {
  title: 'Ajuda',
  intro: "Com s'entra, com es protegeix el teu compte i què has de fer quan alguna cosa falla.",
  contents: 'En aquesta pàgina',

  whatTitle: "Què és la verificació d'inici de sessió",
  what1:
    "És un segon pany. Després de la contrasenya et demanem un codi de 6 xifres que surt a l'aplicació d'autenticació del teu mòbil i que canvia cada 30 segons.",
  what2:
    "Si algú arriba a saber la teva contrasenya, no en tindrà prou per entrar: li faltarà el teu mòbil. Per això t'aconsellem que l'activis.",
  what3: "També se'n diu autenticació de dos factors: una cosa que saps, la contrasenya, i una cosa que tens, el mòbil.",

  onTitle: "Com s'activa",
  on1: 'Només et calen el mòbil i cinc minuts.',
  onStep1: "Instal·la una aplicació d'autenticació al mòbil, si encara no en tens cap.",
  onStep2: 'Entra a Porta, obre el teu compte amb el teu nom, a dalt a la dreta, i tria «Autenticació de dos factors».',
  onStep3: "Fes clic a l'interruptor OFF. Et direm què canviarà i, si fa estona que has entrat, et tornarem a demanar la contrasenya.",
  onStep4: "Escaneja el codi QR amb l'aplicació. Si ets al mateix mòbil, toca el botó que obre l'aplicació, o copia-hi la clau.",
  onStep5: "Escriu el codi de 6 xifres que surt a l'aplicació i prem «Activa: ON». Fins aleshores no canvia res.",
  onStep6: 'Desa una còpia del codi QR i els codis de recuperació.',
  on2: 'Pots fer servir Google Authenticator, Microsoft Authenticator, LastPass Authenticator o Authy, que hi són per a Android i per a iPhone, o qualsevol altra aplicació TOTP.',
  on3: "La clau nova espera 10 minuts. Si se't fa tard, torna a començar i ja està.",
  on4: "Quan s'activa, es tanquen les altres sessions que tinguis obertes.",

  rememberTitle: 'Recordar un dispositiu',
  remember1:
    'A la pantalla del codi pots marcar «Recorda la verificació en aquest dispositiu durant 30 dies». En aquell navegador et demanarem només la contrasenya. Per als canvis delicats et continuarem demanant un codi.',
  remember2: 'No ho facis en un ordinador compartit, ni en cap que no sigui teu.',
  remember3:
    "A «Dispositius i sessions» veus els dispositius recordats i els pots oblidar quan vulguis. S'obliden tots si desactives la verificació o si canvies la contrasenya o el correu.",
  remember4: 'Si esborres les galetes del navegador, et tornarà a demanar el codi.',

  secondPhoneTitle: 'Afegir un segon mòbil',
  secondPhone1: "Dos mòbils amb el mateix codi QR fan els mateixos codis. Així no depens d'un de sol.",
  secondPhoneStep1: 'A «Autenticació de dos factors», prem «Mostra el codi QR».',
  secondPhoneStep2: "Escriu la contrasenya i un codi nou de l'aplicació.",
  secondPhoneStep3: 'Escaneja el codi QR amb el segon mòbil. Es veu durant un minut.',
  secondPhone2: 'També el pots escanejar del full imprès.',
  secondPhone3: "Cada cop que el codi QR es mostra, es baixa o s'imprimeix, queda apuntat a la mateixa pàgina i t'enviem un correu.",

  newKeyTitle: 'Canviar la clau',
  newKey1: "Un codi QR i una clau nous només es fan d'una manera: desactiva la verificació (OFF) i torna-la a activar (ON).",
  newKey2: 'Fes-ho si has perdut un mòbil o si algú pot haver vist el codi QR.',
  newKey3: "Després esborra l'entrada antiga de l'aplicació i llença les còpies velles: ja no serveixen.",

  offTitle: 'Com es desactiva',
  off1: "Quan vulguis: a «Autenticació de dos factors», fes clic a l'interruptor ON i escriu un codi de l'aplicació o un codi de recuperació.",
  off2: "En desactivar-la s'obliden tots els dispositius recordats i es tanquen les altres sessions.",
  off3: 'Si més endavant la tornes a activar, tindràs una clau i uns codis de recuperació nous.',

  recoveryCodesTitle: 'Codis de recuperació',
  recoveryCodes1:
    "Quan actives la verificació et donem deu codis de recuperació. Només es mostren aquell cop: copia'ls, baixa'ls o imprimeix-los.",
  recoveryCodes2: "Cada codi serveix una sola vegada, en lloc del codi de l'aplicació: per entrar o per desactivar la verificació.",
  recoveryCodes3:
    "Guarda'ls lluny del mòbil. A «Autenticació de dos factors» veus quants te'n queden i en pots fer de nous. Aleshores els antics deixen de servir.",

  lostDeviceTitle: 'Si perds el mòbil',
  lostDevice1: 'Prova-ho en aquest ordre:',
  lostDeviceStep1: 'Tens un codi de recuperació? A la pantalla del codi, tria «Fes servir un codi de recuperació».',
  lostDeviceStep2:
    "Tens un segon mòbil amb la mateixa clau? Fes-ne servir els codis. Tens el full imprès? Escaneja'l amb un altre mòbil: farà els mateixos codis.",
  lostDeviceStep3:
    "Tens un navegador recordat? Hi pots entrar amb la contrasenya. Però per desactivar la verificació també cal un codi de l'aplicació o un codi de recuperació.",
  lostDeviceStep4:
    "Hi ha algú altre que administri l'empresa i tingui la verificació activada? Et pot reiniciar la teva a la teva fitxa de «Contactes»: és qüestió de minuts.",
  lostDeviceStep5:
    "No tens res d'això? A la pantalla del codi tria «He perdut el telèfon» i obre un cas: comprovarem qui ets amb una sol·licitud verificada oficialment. Són dies. Per telèfon no desactivem mai res.",
  lostDevice2: "Quan hagis tornat a entrar amb els codis d'un altre mòbil, canvia la clau: així el mòbil perdut deixarà de servir.",
  lostDevice3:
    "Per no trobar-t'hi: desa els codis de recuperació lluny del mòbil, afegeix un segon mòbil o imprimeix el full, i procura que l'empresa tingui almenys dos administradors amb verificació.",

  certifiedTitle: 'El cas de recuperació, pas a pas',
  certified1: 'Quan no hi ha cap altre camí, comprovem qui ets amb un paper verificat oficialment:',
  certifiedStep1:
    "Entra amb el correu i la contrasenya, tria «He perdut el telèfon» i obre un cas. T'enviem un codi de 8 xifres que n'obre la pàgina. Amb el número del cas en pots demanar un altre quan vulguis.",
  certifiedStep2:
    "Imprimeix el formulari. Porta el número del cas, un codi QR amb l'adreça de la pàgina i l'empremta del text, que canviaria si algú en toqués una sola lletra.",
  certifiedStep3:
    "Signa'l davant d'un notari o de qui pugui legitimar oficialment la teva signatura: certifica que ets tu qui signa aquell text. Per a una empresa, demana també un extracte del registre on consti qui la representa.",
  certifiedStep4: "Escaneja'n totes les pàgines, puja-les a la pàgina del cas (PDF, JPEG o PNG) i prem «Envia el cas».",
  certifiedStep5:
    "Dues persones del servei d'atenció ho comproven, l'una després de l'altra. Si hi falta res, t'ho demanen i hi pots afegir documents.",
  certifiedStep6:
    "Quan totes dues ho han aprovat, esperem encara un termini, normalment d'un dia, per si algú s'hi oposa. Si un altre administrador ha confirmat que ets tu, és més curt.",
  certifiedStep7:
    "Desactivem la verificació, tanquem totes les sessions i t'enviem un enllaç per posar una contrasenya nova. Serveix una vegada, durant 24 hores.",
  certified2:
    'Quant es triga: el que tardis a tenir la signatura, per a la qual tens 30 dies, fins a dos dies de comprovació i el termini final.',
  certified3:
    "T'escrivim a cada pas. El servei d'atenció no veu ni escriu mai la teva contrasenya, ni cap clau ni codi QR. Els documents es desen xifrats, només els veu qui comprova el cas i s'esborren un temps després.",
  certified4:
    "Uns dies després, normalment tres, el compte encara queda marcat: no hi pots canviar els contactes de l'empresa i no acceptem res per telèfon.",
  certified5: "Si mentrestant trobes el telèfon, prem «He trobat el telèfon» a la pàgina del cas, o entra com sempre i atura'l.",

  caseOpenedTitle: 'Algú ha obert un cas per a mi',
  caseOpened1:
    "Si et diem que has perdut el mòbil i no és veritat, algú sap la teva contrasenya i prova d'entrar sense els codis. Fes això:",
  caseOpenedStep1: "Atura el cas: obre l'enllaç del correu i prem «Atura el cas», o entra com sempre i prem-ho a dalt de la pàgina.",
  caseOpenedStep2: 'Canvia la contrasenya.',
  caseOpenedStep3: 'Mira a «Activitat» i a «Dispositius i sessions» si hi ha res que no sigui teu.',
  caseOpened2:
    "Obrir un cas no canvia res per si sol: sense una signatura certificada i dues aprovacions no va més enllà. L'enllaç serveix fins que el cas s'acaba, també durant el termini final.",

  caseOfAnotherTitle: 'Un company ha perdut el telèfon',
  caseOfAnother1:
    "Quan algú de l'empresa obre un cas, avisem els seus contactes per correu. Qui administra el veu també a la pàgina «Verificació» de l'empresa.",
  caseOfAnotherStep1: 'Parla de viva veu amb aquesta persona, amb un número que ja coneguis. No responguis al correu.',
  caseOfAnotherStep2:
    "Si és veritat, el més ràpid és que qui administra li reiniciï la verificació a la seva fitxa. També pot prémer «És veritat: ho confirmo», amb un codi seu: aleshores l'espera final és més curta.",
  caseOfAnotherStep3:
    "Si no és veritat, o no n'estàs segur, atura el cas: amb l'enllaç del correu ho pot fer qualsevol de les persones avisades.",

  codesRefusedTitle: 'Per què es rebutja un codi',
  codesRefused1:
    "Ja s'ha fet servir. Cada codi val una sola vegada: espera que en surti un de nou. Passa també amb el codi que ha activat la verificació.",
  codesRefused2:
    "El rellotge del mòbil no va a l'hora. La pantalla diu quants minuts va avançat o endarrerit: posa-hi l'hora automàtica, als ajustos de data i hora.",
  codesRefused3: "És d'una entrada antiga de l'aplicació, d'abans de desactivar i tornar a activar la verificació. Esborra-la.",
  codesRefused4: "N'has provat massa. Espera el temps que diu la pantalla; després de deu, cal posar una contrasenya nova.",

  forgottenTitle: 'Si has oblidat la contrasenya',
  forgotten1:
    "A la pàgina d'entrada, tria «Has oblidat la contrasenya?» i escriu el teu correu. T'hi enviarem un enllaç que serveix una vegada, durant una hora.",
  forgotten2:
    'La pàgina diu el mateix tant si hi ha un compte amb aquell correu com si no: així ningú no pot esbrinar qui és client nostre.',
  forgotten3:
    "L'enllaç només serveix per posar una contrasenya nova. No et fa entrar ni toca la verificació: si la tens activada, després et demanarem el codi, com sempre.",
  forgotten4:
    "La contrasenya ha de tenir 15 caràcters o més. El més fàcil són unes quantes paraules seguides que no tinguin res a veure. Et direm si és massa fàcil d'endevinar, i per què.",
  forgotten5:
    "Si el correu no arriba, mira la carpeta de correu brossa i comprova l'adreça. Si n'has demanat uns quants seguits, espera una mica: només funcionen els dos enllaços més nous.",

  limitsTitle: "Massa intents, i com s'aprova un navegador",
  limits1:
    "Comptem els intents perquè ningú no pugui anar provant contrasenyes o codis. Un navegador amb què ja hagis entrat té el seu compte a part: el que facin els altres no te'l pot bloquejar.",
  limits2:
    "Si hi ha massa intents des de navegadors que no coneixem, els aturem tots i t'enviem un enllaç. Obre'l al navegador amb què vulguis entrar i prem «Aprova aquest navegador»: hi podràs tornar a provar la contrasenya. Serveix durant 24 hores.",
  limits3: 'Aprovar un navegador no hi fa entrar ningú. Fes-ho només si eres tu qui volia entrar.',
  limits4:
    "Amb els codis: després de cinc d'incorrectes cal esperar, cada vegada més. Després de deu, cal posar una contrasenya nova, perquè qui els provava sabia la que tens. A «Has oblidat la contrasenya?» te n'enviem l'enllaç.",

  warningTitle: "El correu d'avís i «No he estat jo»",
  warning1:
    "Quan algú escriu bé la teva contrasenya però no posa el codi, t'enviem un correu: quan ha estat, des d'on i amb quin navegador. La propera vegada que entris, també ho veuràs a dalt de la pàgina.",
  warning2: "Si has estat tu, que potser ho has deixat a mitges, no cal que facis res. A la pàgina, prem «He estat jo» i l'avís se'n va.",
  warning3:
    "Si no has estat tu, algú sap la teva contrasenya. Obre l'enllaç del correu i prem «No he estat jo». La contrasenya deixa de servir, es tanquen totes les sessions, s'obliden els dispositius recordats i t'enviem un enllaç per posar-ne una de nova.",
  warning4: "Obrir l'enllaç no canvia res: només ho fa el botó. L'enllaç serveix durant set dies.",
  warning5: 'Fins que responguis, et demanarem el codi també als dispositius recordats. Un codi correcte ja val com a resposta per a això.',
  warning6: "Si passa moltes vegades, no t'omplirem la bústia: n'enviem tres al dia com a molt, i cada un diu tot el que ha passat.",

  checkUpTitle: 'La comprovació al cap de dues setmanes',
  checkUp1:
    "Dues setmanes després d'activar la verificació et demanem, una sola vegada, que escriguis un codi. Si només entres en dispositius recordats, podries no adonar-te que el mòbil ja no en fa.",
  checkUp2:
    "Si no funciona, encara hi ets a temps: tingues a mà els codis de recuperació; mostra el codi QR i escaneja'l amb un altre mòbil; o desactiva la verificació amb un codi de recuperació i torna-la a activar. Si ara no et va bé, prem «Ara no» i no t'ho tornarem a demanar.",

  changesTitle: 'Canviar la contrasenya, el correu o el telèfon',
  changes1: 'Ho trobaràs al teu compte, a «Contrasenya» i a «Les meves dades».',
  changes2:
    "Sempre demanem alguna cosa que només saps o tens tu: un codi de l'aplicació, o la contrasenya si no tens la verificació activada. Per a la contrasenya, també l'actual.",
  changes3:
    "El correu canvia en dos passos: enviem un codi de 8 xifres a l'adreça nova, i no canvia res fins que l'escrius a la mateixa pàgina. Avisem les dues adreces.",
  changes4:
    "Després de cada canvi es tanquen les altres sessions. Amb la contrasenya i el correu, a més, s'obliden els dispositius recordats. Sempre t'avisem per correu.",

  activityTitle: "La pàgina d'activitat",
  activity1:
    "A «Activitat» hi ha tot el que ha passat amb el teu compte: entrades, codis, dispositius i canvis, amb l'hora del teu rellotge, el navegador i el lloc de la xarxa.",
  activity2: 'Pots triar un tema i uns dies. El que porta «Atenció» val la pena de mirar-ho dues vegades.',
  activity3: 'Si hi veus alguna cosa que no has fet tu, canvia la contrasenya i mira a «Dispositius i sessions» què hi ha obert.',

  mailsTitle: "Quins correus t'enviem, i com es reconeix un de fals",
  mails1:
    "T'escrivim quan passa alguna cosa important al teu compte: entrades des d'un navegador nou o a mitges, canvis de contrasenya, correu o telèfon, verificació, claus, codis i dispositius.",
  mails2:
    'La majoria no porten cap enllaç. Només en porten aquests: posar una contrasenya nova, «No he estat jo», aprovar un navegador, acceptar una invitació i aturar un cas de recuperació. Cap enllaç nostre no et fa entrar.',
  mails3: 'No et demanarem mai la contrasenya ni un codi, ni per correu ni per telèfon.',
  mails4:
    "Si en dubtes, no facis clic: escriu l'adreça de l'àrea de client al navegador, com sempre, i mira si l'avís també surt a «Activitat». Si no hi és, el correu és fals.",

  contactsTitle: 'Contactes i rols',
  contacts1:
    "Un contacte és una persona que pot entrar al compte de l'empresa. N'hi ha de dues menes: qui fa servir els serveis i qui, a més, administra l'empresa.",
  contacts2:
    "Qui administra afegeix contactes amb una invitació per correu. L'enllaç serveix durant 24 hores; si caduca, es pot tornar a enviar.",
  contacts3:
    "El compte principal representa l'empresa: sempre administra i sempre és actiu. Es pot passar a algú altre que administri, però no pot quedar sense ningú.",
  contacts4: "Els canvis de rol demanen una confirmació teva i se n'avisa tots els administradors. Valen des del clic següent.",

  contactVerificationTitle: "Activar la verificació d'un contacte",
  contactVerification1:
    "A «Contactes», fes clic a l'interruptor de la persona. Abans cal que tinguis activada la teva verificació. Hi ha dues maneres:",
  contactVerification2:
    "A la propera entrada: la persona l'activa ella mateixa quan entra, abans de res més. Ningú més no en veu la clau. És la millor si no és amb tu.",
  contactVerification3:
    'Ara i aquí: la persona és amb tu i escaneja el codi QR de la teva pantalla. Com que tu també el veus, queda apuntat i li demanem que renovi la clau.',
  contactVerification4:
    "Per desactivar-la o reiniciar-la, fes clic a l'interruptor ON. Cal un codi teu i un motiu, que la persona rebrà per correu. Abans assegura't que és ella qui t'ho demana.",

  companyRuleTitle: "La norma de l'empresa",
  companyRule1:
    "Qui administra pot fer obligatòria la verificació per a tothom, a partir d'una data. Ho trobaràs a «Contactes», a la pàgina «Verificació».",
  companyRule2:
    "Avisem qui encara no la té en desar la norma, i li ho recordem 7 dies i 1 dia abans. A partir de la data, l'haurà d'activar en entrar, abans de res més.",
  companyRule3: "Tria la data amb temps: que tothom pugui instal·lar l'aplicació i els programes SOAP tinguin el seu contacte d'API.",

  boardTitle: "La pàgina «Verificació» de l'empresa",
  board1: 'Diu quants contactes tenen la verificació i quants no, i com tornaria a entrar cadascú si perdés el mòbil.',
  board2:
    "Amb un codi de recuperació o amb l'ajuda d'un altre administrador són minuts. Si no hi ha ni l'un ni l'altre, cal una sol·licitud certificada, i són dies. Per evitar-ho: codis de recuperació desats i almenys dos administradors amb verificació.",
  board3: 'La llista es pot baixar com a fitxer CSV, per obrir-la amb un full de càlcul.',

  leaversTitle: "Quan algú marxa de l'empresa",
  leavers1:
    "Obre la fitxa de la persona i tria «Dona de baixa». En una sola acció es tanquen les sessions, s'obliden els dispositius i deixen de servir la contrasenya, la clau i el telèfon. No es pot desfer.",
  leavers2:
    "L'informe queda a «Baixes». Mira-hi si la persona va crear contactes d'API, que continuen funcionant, o si va veure la clau d'algú: cal canviar-les.",
  leavers3: 'Si només és per un temps, «Desactiva» és millor: no hi podrà entrar, però tot queda com està.',

  programsTitle: "Contactes d'API i programes SOAP",
  programs1:
    "Un programa antic que es connecta per SOAP no pot escriure codis. Per això la interfície SOAP rebutja les persones que tenen la verificació activada. Un contacte d'API és el contacte propi del programa, amb una contrasenya llarga que generem nosaltres.",
  programsStep1: "A «Contactes», prem «Crea un contacte d'API». Cal que tu i el compte principal tingueu activada la verificació.",
  programsStep2: "Copia l'usuari, la contrasenya i l'adreça del WSDL a la configuració del programa. La contrasenya només es veu un cop.",
  programsStep3: 'Fes que el programa es connecti. A la pantalla veuràs arribar la primera crida.',
  programsStep4: 'Ara ja pots activar la verificació (ON) de la persona que feia servir el programa.',
  programs2:
    "La contrasenya caduca al cap d'un any; t'avisem 30, 7 i 1 dies abans. Si la canvies, l'anterior serveix 24 hores més. També pots dir des de quines adreces es pot connectar.",
  programs3: "Un contacte d'API no pot entrar mai a aquesta web, ni administrar, ni recuperar la contrasenya per correu.",

  whatAdminsSeeTitle: 'Què pot veure i fer qui administra',
  whatAdminsSee1:
    "Veu el nom, el correu, el telèfon, l'última entrada, si hi ha verificació i quants codis de recuperació, sessions i dispositius queden. També veu l'activitat de seguretat.",
  whatAdminsSee2:
    "No veu mai contrasenyes ni codis de recuperació. La clau només la veu si activa la verificació amb tu «ara i aquí», i aleshores queda apuntat i te'n demanem la renovació.",
  whatAdminsSee3:
    "No pot entrar com si fos tu ni canviar-te el correu o la contrasenya. De tot el que faci al teu compte te n'avisem per correu.",

  requestsTitle: 'Sol·licituds autoritzades',
  requests1:
    "És la manera de demanar un canvi dels teus serveis sense trucar: a «Sol·licituds», escriu què vols i signa-ho amb un codi de l'aplicació, o amb la contrasenya si no tens la verificació activada.",
  requests2:
    "El text queda congelat i signat pel servidor, amb el teu nom i l'hora. El servei d'atenció fa exactament el que hi diu: si algú en canviés una sola lletra, la signatura deixaria de valer i no en podrien fer res.",
  requests3: "L'etiqueta diu com ens consta que ho volies tu:",
  requestsPoint1: '«Signada amb un codi»: amb un codi nou de la teva aplicació. És la més segura.',
  requestsPoint2: '«Sense verificació»: només amb la contrasenya, perquè no tenies la verificació activada.',
  requestsPoint3: "«Des d'un dispositiu recordat»: per als missatges i per retirar-la, que no demanen cap codi.",
  requestsPoint4: "«Enviada per un programa»: per la interfície SOAP, amb la contrasenya d'un programa.",
  requests4:
    'Mentre no estigui feta la pots retirar, i hi pots escriure missatges. Un missatge no canvia el que vas signar: per demanar una altra cosa, fes-ne una de nova.',

  receiptsTitle: 'El rebut, i com es comprova',
  receipts1: 'De cada sol·licitud signada pots baixar un rebut: un fitxer de text amb el que vas demanar i la signatura.',
  receipts2:
    "Per comprovar-lo, obre l'adreça que hi ha al mateix rebut i enganxa-hi el text sencer, o tria el fitxer. La pàgina diu si és autèntic i què es va signar. Ho pot fer qualsevol que tingui el rebut, sense entrar.",
  receipts3: "Si algú n'ha canviat un sol caràcter, no és autèntic. Si és teu, torna'l a baixar de la seva sol·licitud.",
  receipts4: 'Qui en sàpiga ho pot comprovar sense nosaltres: la signatura és Ed25519 i publiquem les claus a /api/signing-keys.',

  phoneTitle: "Trucades al servei d'atenció",
  phone1:
    'Amb la verificació activada no fem cap canvi en una trucada, encara que truquis des del teu número: un número es pot falsificar, el codi del teu mòbil no.',
  phone2:
    "Si ens truques, qui t'atén pot escriure el que vols amb les teves paraules. Surt de seguida a la teva àrea de client: llegeix-ho, signa-ho amb un codi i ja és una sol·licitud autoritzada, encara amb la trucada en marxa.",
  phone3:
    'Si no diu ben bé el que vols, no ho signis: demana que ho canviïn, o prem «No ho signo». Sense la teva signatura no es fa res, i al cap de mitja hora caduca.',
  phone4:
    "Qui t'atén no et demanarà mai la contrasenya ni un codi: el codi s'escriu a la teva pantalla i no es diu a ningú. Cada vegada que algú del servei busca el teu número, queda apuntat a «Activitat».",
  phone5: 'Sense verificació, acceptem el teu número de contacte. És una bona raó per activar-la.',
} as const
