import { plainLetters } from './own-words.ts'

/**
 * Words that people here make passwords of and that the lists of the estimator lack: its lists are of English, and one
 * of Spanish would take as much memory as all the rest. Catalan, Spanish, Czech; without accents.
 */
const local = `contrasenya contrasenyes contrasena clave secreta secret heslo tajneheslo noheslo benvingut benvinguda bienvenido bienvenida
vitejte ahoj hola adeu adios bondia buenosdias dobryden estimat estimada tequiero teamo miamor amormeu milacku miluju lasko gener febrer marc
abril maig juny juliol agost setembre octubre novembre desembre enero febrero marzo mayo junio julio agosto septiembre noviembre diciembre
leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec primavera estiu tardor hivern verano otono invierno jaro
leto podzim zima dilluns dimarts dimecres dijous divendres dissabte diumenge lunes martes miercoles jueves viernes sabado domingo pondeli
utery streda ctvrtek patek sobota nedele barcelona girona tarragona lleida madrid valencia sevilla praha brno ostrava catalunya catalonia
espana cesko slavia sparta barca viscabarca visca realmadrid atletico futbol fotbal montserrat santjordi jordi nuria marta laura maria
jose antonio manuel carmen petr pavel tomas martin lucie katerina administrador usuari usuario uzivatel empresa firma oficina kancelar
correu correo posta servidor hosting domini dominio domena client clients cliente zakaznik prova prueba zkouska hesloheslo`

let loading: ReturnType<typeof load> | undefined

/** Loaded at the first use: most processes never need it, and it takes some 20 MB. */
const estimator = () => (loading ??= load())

async function load() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, 'passwords-local': local.split(/\s+/) },
    graphs: adjacencyGraphs,
    maxLength: longest,
    // Each way to read "p4$$" is tried, in a hundred by default: that may take seconds, on the thread that serves everybody.
    l33tMaxSubstitutions: 3,
  })
}

/** What is beyond this is not looked at: the time grows faster than the length; with 64 the worst text takes some 60 ms, a usual one 2. */
const longest = 64

/** zxcvbn's scale: from 3 on, more than 10^8 guesses. */
export const leastScore = 3

/** How hard a password is to guess, from 0 to 4 (zxcvbn), and what makes it easy: a word of one's own, or a common password. */
export async function estimate(password: string, words: readonly string[]) {
  const made = await estimator()
  const typed = made.check(password, [...words])
  // A text of three parts is always good enough for the estimator, and a space between two words is a part: "password password".
  const joined = typed.score < leastScore ? typed : made.check(password.replaceAll(/[\s._-]+/g, ''), [...words])
  const { score, sequence } = joined.score < typed.score ? joined : typed
  // "passwordpassword": what is repeated is looked at by itself.
  const repeated = sequence.flatMap(({ baseToken }) => (typeof baseToken === 'string' ? made.check(baseToken, [...words]).sequence : []))
  const dictionaries = [...sequence, ...repeated].map(({ dictionaryName }) => String(dictionaryName))
  return {
    score,
    hasOwnWord: words.some((word) => plainLetters(password).includes(word)) || dictionaries.includes('userInputs'),
    hasCommonPassword: dictionaries.some((name) => name.startsWith('passwords-')),
  }
}
