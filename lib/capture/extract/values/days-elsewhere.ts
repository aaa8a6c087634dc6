/** One to four: five days of a week are all of it. */
const number =
  "(?<![\\d.,–-])(?:[1-4](?:[.,]5)?(?: ?(?:-|–|to|or|bis|oder|à|ou|a|o|tot|of|till|eller|do|lub) ?[1-5])?|one|two|three|four|(?:a )?couple of|ein(?:en|em)?|zwei|drei|vier|une?|deux|trois|quatre|uno?|dos|tres|cuatro|due|tre|quattro|dois|três|quatro|een|twee|drie|två|fyra|to|fire|dwa|trzy|cztery)";
const days =
  "(?:days?|tage?n?|jours?|d[ií]as?|giorn[io]|dagen|dagar|dage|dager|dag|dzień|dni)(?:['’])?";
const week =
  "(?:(?:a|per|each|every|the|pro|je|in der|die|par|por|a la|alla|à|i|om|w|na)? ?|/ ?)(?:week|wk|woche|semaine|semana|settimana|veckan?|ugen?|uken?|uka|tydzień|tygodniu)";

const home =
  "remote(?:ly)?|(?:from|at) home|home[- ]?office|homeworking|wfh|mobile[sn]? arbeiten|(?:von )?zu ?hause|télétravail|à distance|teletrabajo|en remoto|desde casa|smart ?working|da (?:remoto|casa)|teletrabalho|(?:em|de) casa|remoto|thuis(?:werken|werk)?|hemifrån|distans|hjemmefra|hjemmekontor|hjemmearbejde|zdalnie|zdalnej|z domu";
const office =
  "(?:in|at|from) (?:the|our|your|an?) (?:\\p{L}+ )?(?:office|hub|studio|hq)|in[- ]office|office days?|on[- ]?site|in[- ]person|vor ort|im büro|au bureau|sur site|(?:en )?présentiel|presencial(?:es|mente)?|en (?:la )?oficina|in ufficio|in sede|in presenza|no escritório|op kantoor|på (?:kontoret|plats)|w biurze";

const place = `(?<!\\p{L})(?:${home}|${office})(?!\\p{L})`;
const gap = "[^.;!?\\d]{0,30}?";
/** "2 days remote per week", "3 days in the office", "zwei Tage Homeoffice" */
const daysThere = new RegExp(`(?<!\\p{L})${number} ${days}(?!\\p{L})${gap}${place}`, "iu");
/** "from home two days a week" */
const thereDays = new RegExp(`${place}${gap}(?<!\\p{L})${number} ${days} ?${week}(?!\\p{L})`, "iu");
/** A visit or a trial is no week's plan, and neither are days of a year. */
const visit =
  /\b(?:interview\w*|onboarding|training|trial|offsite|retreat|einarbeitung|probetag\w*)\b/i;
const ofYear =
  /\b(?:per (?:year|annum|quarter)|a (?:year|quarter)|im jahr|pro jahr|par an|al año)\b/i;
/** How far behind the days their year may stand. */
const maxBehind = 15;

/** Whether a text says that one works some days of the week at home and some elsewhere: "3 days in the office". */
export function hasDaysElsewhere(text: string): boolean {
  const found = daysThere.exec(text) ?? thereDays.exec(text);
  if (!found || visit.test(text)) return false;
  const [words] = found;
  return !ofYear.test(text.slice(found.index, found.index + words.length + maxBehind));
}
