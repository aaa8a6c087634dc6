import { fold } from "../words/fold.ts";

const places: [kind: string, words: RegExp][] = [
  ["Hybrid", /hybrid|hibrid|ibrido|hybride|hybrydow|hibrit|\bmixto\b|teilweise remote/],
  [
    "On-Site",
    /\bon ?site|in ?office|in person|\boffice\b|vor ort|prasenz|presencial|presentiel|sur site|in sede|in presenza|op locatie|stacjonarn|ofiste|yerinde|pa plats|出社|현장/,
  ],
  [
    "Remote",
    /remote|remot[eoa]\b|home ?office|work from home|\bwfh\b|teletravail|teletrabajo|distancia|da remoto|thuis|zdaln|uzaktan|distans|etatyo|リモート|在宅|远程|재택/,
  ],
];

const engagements: [kind: string, words: RegExp][] = [
  [
    "Internship",
    /\bintern(ship)?\b|praktik|stage\b|stagiaire|pasantia|practicas|estagi|tirocin|staz\b|stajyer|werkstud/,
  ],
  [
    "Part-time",
    /part ?time|teilzeit|temps partiel|medio tiempo|tiempo parcial|meio periodo|deeltijd|niepelny|yari zamanli|deltid/,
  ],
  ["Freelance", /freelanc|selbstandig|freiberuf|independant|autonomo|zzp|b2b|\bpj\b/],
  [
    "Contract",
    /\bcontract(or)?\b|\bc2c\b|\bw2\b|\b1099\b|befrist|\bcdd\b|temporal|temporario|determinato|tijdelijk|zlecenie|sozlesmeli|fixed term|temp\b/,
  ],
  [
    "Full-time",
    /full ?time|vollzeit|festanstellung|unbefrist|\bcdi\b|temps plein|tiempo completo|indefinido|tempo integral|\bclt\b|indeterminato|tempo pieno|voltijd|fulltime|pelny etat|umowa o prace|tam zamanli|heltid|permanent|正社員|全职|정규직/,
  ],
];

const first = (list: [string, RegExp][], text: string) => {
  const plain = fold(text);
  return list.find(([, words]) => words.test(plain))?.[0] ?? "";
};

/** Remote, Hybrid or On-Site, where a text says so. */
export const locationKind = (text: string) => first(places, text);

/** The documented kind of employment that a text names, or the empty text. */
export const employmentKind = (text: string) => first(engagements, text);
