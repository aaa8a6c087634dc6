import { type DayReading, readDayLine } from "./day-text.ts";

/** What names a closing day by itself, in the languages of many postings. */
const names = [
  "(?:application )?deadline(?! for the)|closing date|close date|last (?:day|date) (?:to|for) appl\\w{1,8}|applications? (?:closed?|closes|due)",
  "bewerbungs(?:schluss|frist|ende)|einsendeschluss|(?:letzter|spätester) bewerbungstag",
  "date limite(?! d['’]utilisation)|date de clôture|clôture des (?:candidatures|inscriptions)|fin des candidatures",
  "fecha (?:límite|limite|de cierre)|plazo (?:de|para) (?:la )?(?:solicitud|inscripción|presentación|candidatura|postula\\w{1,5})\\w{0,3}|cierre de (?:la )?(?:convocatoria|inscripción)",
  "data (?:di )?scadenza|scadenza (?:(?:per )?le |delle |del )?(?:candidatur\\w|domand\\w|bando|annuncio)|termine (?:ultimo )?(?:per|di) (?:le |la |l['’]invio )?(?:candidatur|presentazion|domand)\\w",
  "(?:data limite|prazo)(?: final| limite)? (?:de|para) (?:as |a )?(?:candidatura|inscriç|submiss)\\p{L}{0,3}|inscrições (?:abertas )?até",
  "sluitingsdatum|uiterste (?:sollicitatie|reactie)datum|(?:sollicitatie|reactie)termijn|vacature sluit op",
  "sista (?:ansökningsdag(?:en)?|dag(?:en)? (?:att|för) (?:att )?ansök\\p{L}{0,4})|ansökningstiden går ut",
  "(?:søknads|ansøgnings)frist(?:en)?|(?:siste|sidste) (?:søknads|ansøgnings)dag|(?:siste|sidste) frist",
  "hakuaika päättyy|viimeinen hakupäivä|haku päättyy",
  "termin (?:składania|nadsyłania|aplikowania)|uzávěrka přihlášek|termín (?:pro )?podání",
].join("|");

/** Words of applying, words for "until", and words of applying behind the day: "jusqu'au 15 janvier pour postuler". */
const apply =
  "appl(?:y|ications?)|bewirb|bewerb\\p{L}{1,6}|candidat\\p{L}{1,6}|candidatur\\p{L}|postul\\p{L}{1,5}|solicit\\p{L}{1,6}|inscri\\p{L}{1,7}|ansök\\p{L}{0,3}|søk\\p{L}{0,4}|søknad\\p{L}{0,3}|ansøg\\p{L}{0,8}|sollicit\\p{L}{1,6}|reage\\p{L}{1,4}|aplik\\p{L}{1,4}|zgłosze\\p{L}{1,3}|hae|hakemu\\p{L}{1,5}|invia(?:re|te)?";
const until =
  "by|before|until|no later than|(?:noch )?bis(?: zum| spätestens| einschließlich){0,2}|jusqu['’]au|avant(?: le)?|(?:antes|hasta)(?: del| de| el)?|entro(?: e non oltre)?(?: il| l['’])?|fino al|até(?: a| ao| o)?(?: dia)?|tot(?: en met| uiterlijk)?|(?:v[óo]{2}r|uiterlijk)|senast(?: den)?|senest(?: den)?|innen|do(?: dnia)?|viimeistään";

const named = new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})([^.;!?\\d]{0,60}\\d.{0,40})`, "iu");
const before = new RegExp(
  `(?<!\\p{L})(?:${apply})(?!\\p{L})[^.;:!?\\d]{0,40}?(?<!\\p{L})(?:${until})(?!\\p{L})([^.;!?\\d]{0,25}\\d.{0,40})`,
  "iu",
);
const behind = new RegExp(
  `(?<!\\p{L})(?:${until})(?!\\p{L})([^.;!?\\d]{0,20}\\d[^;!?]{3,30}?)(?: (?:an|per|para|pour|om te|til å|um dich zu|per)?)? ?(?:${apply})(?!\\p{L})`,
  "iu",
);

/** Where a sentence ends; the point behind a day's number ends none. */
const end = /[;(]|(?<!\d)\.\s|(?<=\d{4})\.(?=\s|$)|\.$/;

/** The closing day that a sentence of a posting names: "Sista ansökningsdag är 15 januari", "Bewirb dich bis zum …". */
export function deadlineIn(line: string, today: string): DayReading | null {
  if (!/\d/.test(line)) return null;
  for (const pattern of [named, before, behind]) {
    const said = pattern.exec(line)?.[1]?.split(end)[0]?.trim() ?? "";
    // "is Friday 15 January" names no year, and is read without the words before the day.
    const day = readDayLine(said, today) ?? readDayLine(said.slice(said.search(/\d/)), today);
    if (day) return day;
  }
  return null;
}
