export default {
  title: 'Ajuda',
  intro: "Com funciona la verificació d'inici de sessió, pas a pas.",
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
    "A «Dispositius i sessions» veus els dispositius recordats i els pots oblidar quan vulguis. Si desactives la verificació, s'obliden tots.",
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
  recoveryCodes1: "Quan actives la verificació et donem deu codis de recuperació. Només es mostren aquell cop: desa'ls o imprimeix-los.",
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
    "No tens res d'això? Truca o escriu al servei d'atenció. Comprovaran qui ets amb una sol·licitud certificada oficialment. Per telèfon no desactiven mai res.",
  lostDevice2: "Quan hagis tornat a entrar amb els codis d'un altre mòbil, canvia la clau: així el mòbil perdut deixarà de servir.",

  codesRefusedTitle: 'Per què es rebutja un codi',
  codesRefused1:
    "Ja s'ha fet servir. Cada codi val una sola vegada: espera que en surti un de nou. Passa també amb el codi que ha activat la verificació.",
  codesRefused2: "El rellotge del mòbil no va a l'hora. Posa-hi l'hora automàtica.",
  codesRefused3: "És d'una entrada antiga de l'aplicació, d'abans de desactivar i tornar a activar la verificació. Esborra-la.",
  codesRefused4: "N'has provat massa. Espera el temps que diu la pantalla.",

  phoneAndSoapTitle: 'Trucades i programes SOAP',
  phoneAndSoap1:
    'Amb la verificació activada no acceptem ordres per telèfon des del teu número de contacte: un número es pot falsificar, el codi del teu mòbil no.',
  phoneAndSoap2:
    "La interfície SOAP antiga rebutja els contactes que tenen la verificació activada. Si un programa teu hi entra amb el teu compte, parla amb el servei d'atenció abans d'activar-la.",
} as const
