import type { Reading } from "../../posting.ts";
import { companyName } from "../values/company.ts";
import { put } from "./facts.ts";
import { saysRole } from "./job-words.ts";
import { isPlace } from "./places.ts";
import { titleParts } from "./title-patterns.ts";
import { isTownLike } from "./town-like.ts";

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|guten tag|liebe[r]?|sehr geehrte[r]?|bonjour|bonsoir|hola|buenos días|estimad[oa]|ciao|buongiorno|gentile|beste|hoi|dag|hej|hei|kære|olá|cześć|dzień dobry)\b.{0,60}$/iu;
/** What somebody writes who offers a job, and what somebody writes who asks for one. */
const offers =
  /\byour (?:profile|background|experience|cv|resume|skills)\b|\b(?:my|our) client\b|\b(?:i['’]m|i am|we['’]re|we are|is|are) (?:currently |actively |now )?(?:recruiting|hiring|looking for|seeking|searching)\b|\bwould you be (?:open|interested)|\bare you (?:open|interested|looking)|\bopen to (?:a |an )?(?:chat|call|new)|\b(?:ihr|dein)(?:em)? profil\b|\b(?:mein|unser)(?:en)? kunden?\b|\b(?:votre|ton) profil\b|\b(?:mon|notre) client\b|\b(?:tu|su) perfil\b|\bje profiel\b|\bdin profil\b/i;
const asks =
  /\b(?:my (?:application|cv|resume|cover letter)|i (?:am|['’]m|would like to|wish to|want to)(?: writing to| writing to express my interest in)? apply\w*|express my interest|hiring (?:manager|team)|ich bewerbe mich|meine bewerbung|je postule|ma candidature|mi candidatura|your job alert|unsubscribe from job alerts)\b/i;

const headerName =
  /^(?:from|von|de|da|van|från|fra) ?: ?"?(\p{Lu}[^"<@]{2,60}?)"? ?[<(]([^\s<>()]{3,64}@[^\s<>()]{3,190})[>)]/iu;
const subject =
  /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne) ?: ?(?:(?:re|fwd?|aw|wg|tr) ?: ?){0,3}(.{3,150})$/i;

/** Whether lines are a letter in which a recruiter offers a job, and not one in which somebody asks for it. */
export function isRecruiterMail(lines: readonly string[]): boolean {
  const greeted = lines.slice(0, 15).some((line) => greeting.test(line));
  const text = lines.slice(0, 200).join("\n");
  return greeted && offers.test(text) && !asks.test(text);
}

const title = "(\\p{Lu}[\\p{L}\\p{N}+#&/()’'.-]*(?: (?:[\\p{L}\\p{N}+#&/()’'-]+|[–-])){0,6}?)";
const company =
  "(\\p{Lu}[\\p{L}\\p{N}&’'-]*(?:\\.[\\p{L}]+)?(?: (?:of |and |& |de |für )?[\\p{Lu}\\d][\\p{L}\\p{N}&’'-]*){0,4})";
const town = "(\\p{Lu}[\\p{L}’'-]+(?:[ -]\\p{Lu}[\\p{L}’'-]+){0,2}(?:, \\p{Lu}[\\p{L} ]{2,30})?)";
const post = "(?:role|position|opportunity|opening|vacancy|job|post)";
const seeks =
  "(?:(?:(?:is|are|['’]s|['’]re) )?(?:currently |actively |now )?(?:looking for|hiring|seeking|recruiting(?: for)?|searching for)|such(?:e|en|t)(?: ich| wir)?(?: derzeit| aktuell)?|recherch(?:e|ons|ent))";
const kindly =
  "(?:an?|the|our|their|another|eine[nr]?|une?)(?: (?:new|exciting|great|fantastic|permanent|full-time|part-time|freelance))?";

/** What ends a title in a sentence. */
const end = "(?= (?:to|who|in|for|based|à|en|chez|bei|für|pour)\\b|[.,!]|$)";

/** Sentences of such letters; the letters say which part is which: title, company, place. */
const sentences: readonly (readonly [pattern: RegExp, parts: string])[] = [
  [new RegExp(`\\b[Aa]t ${company},? (?:we|they) ?${seeks} ${kindly} ${title}${end}`, "u"), "ct"],
  [
    new RegExp(`\\b(?:my|our|My|Our) client,? ${company},? ${seeks} ${kindly} ${title}${end}`, "u"),
    "ct",
  ],
  [new RegExp(`\\b${kindly} ${title} ${post} (?:at|with|bei|chez) ${company}`, "u"), "tc"],
  [new RegExp(`\\b${kindly} ${title} at ${company}`, "u"), "tc"],
  [new RegExp(`\\b${kindly} ${title} ${post}\\b`, "u"), "t"],
  [new RegExp(`(?:^|[.!?] )${company} ${seeks} ${kindly} ${title}${end}`, "u"), "ct"],
  [new RegExp(`${seeks} ${kindly} ${title}${end}`, "u"), "t"],
];
const inTown = new RegExp(`\\b(?:in|based in|à|en|i) ${town}`, "u");
const agency = new RegExp(
  `\\b(?:[Rr]ecruiter|[Cc]onsultant|[Ss]ourcer|[Hh]eadhunter|[Tt]alent [Aa]cquisition[\\p{L} ]{0,20}|[Rr]ecruitment [\\p{L} ]{0,20}) (?:at|with|@|bei|chez) ${company}`,
  "u",
);
const pronoun = /^(?:we|i|you|they|our|my|this|the|it|hope)\b/i;

/** Title, company and place of the job that a recruiter's letter offers in a sentence or in its subject. */
export function readRecruiterMail(reading: Reading, lines: readonly string[]): void {
  for (const [at, line] of lines.slice(0, 100).entries()) {
    if (reading.posting_title && reading.company_name) break;
    for (const sentence of line.slice(0, 2_000).split(/(?<=[\p{L})][.!?])\s/u))
      readSentence(reading, sentence, at);
  }
  const subjectAt = lines.slice(0, 15).findIndex((line) => subject.test(line));
  if (subjectAt >= 0)
    readSubject(reading, subject.exec(lines[subjectAt] ?? "")?.[1] ?? "", subjectAt);
  for (const [at, line] of lines.slice(0, 200).entries()) {
    const name = companyName(agency.exec(line.slice(0, 400))?.[1]);
    const why = "The recruiter works there; no other company is named.";
    put(reading, "company_name", name, { ...where(at), confidence: "doubtful", why });
  }
}

const where = (at: number) => ({ source: "text", confidence: "likely", line: at + 1 }) as const;

function readSentence(reading: Reading, sentence: string, at: number): void {
  for (const [pattern, parts] of sentences) {
    const found = pattern.exec(sentence);
    const role = found?.[parts.indexOf("t") + 1] ?? "";
    const name = found?.[parts.indexOf("c") + 1] ?? "";
    if (!found || !saysRole(role) || pronoun.test(name)) continue;
    if (reading.posting_title && reading.posting_title.value !== role) continue;
    put(reading, "posting_title", role, where(at));
    if (parts.includes("c")) put(reading, "company_name", companyName(name), where(at));
    const place = inTown.exec(sentence.slice(found.index))?.[1];
    if (place && place !== name) put(reading, "locations", [place], where(at));
    return;
  }
}

/** "Senior Baker - Larch Foods - Rotterdam (hybrid)" */
function readSubject(reading: Reading, text: string, at: number): void {
  const plain = text.replace(
    /\s(?:opportunity|role|position|vacancy|opening|job)\b(?=$| (?:at|in|[–-]))/i,
    "",
  );
  const [, role = "", name = ""] = /^(.{2,80}) (?:at|@|bei|chez) (.{2,60})$/i.exec(plain) ?? [];
  if (saysRole(role)) {
    put(reading, "posting_title", role, where(at));
    put(reading, "company_name", companyName(name), where(at));
    return;
  }
  const parts = titleParts(plain);
  const first = parts.find(saysRole);
  if (!first) return;
  put(reading, "posting_title", first, where(at));
  const others = parts.filter((part) => part !== first);
  const place = others.find(
    (part) => isPlace(part) || /\((?:hybrid|remote|on-?site)\)$/i.test(part),
  );
  const [other, ...more] = others.filter((part) => part !== place);
  const bare = place?.replace(/\s?\(.{1,20}\)$/, "");
  if (bare && (isPlace(bare) || isTownLike(bare))) put(reading, "locations", [bare], where(at));
  if (!other || more.length > 0 || !place) return;
  const why = "The subject does not say which part is the company.";
  put(reading, "company_name", companyName(other), { ...where(at), confidence: "doubtful", why });
}

const closing =
  /^(?:(?:best|kind|warm|kindest|warmest|many thanks and best|thanks and best)? ?(?:regards|wishes)|best|cheers|(?:many )?thanks|thank you|sincerely|yours \w+|mit freundlichen grüßen|(?:viele|beste|liebe|freundliche) grüße|lg|mfg|cordialement|bien à vous|bien cordialement|(?:un )?saludos?|cordiali saluti|met vriendelijke groet(?:en)?|(?:hartelijke )?groeten|(?:vänliga|bästa) hälsningar|mvh|(?:med )?venlig hilsen|(?:med )?vennlig hilsen|pozdrawiam|z poważaniem)(?: from)?[,.!]?(?: (\p{Lu}.{2,40}))?$/iu;
const personName =
  /^\p{Lu}[\p{L}’'-]{1,20}\.?(?: (?:van|von|de|der|den|del|da|di|la|le|el|al|ter|ten|zu))*(?: \p{Lu}[\p{L}’'-]{0,24}\.?){1,3}$/u;
const introduced =
  /\b(?:my name is|i['’]m|i am|mein name ist|ich bin|je m['’]appelle|je suis|me llamo|mijn naam is|ik ben) (\p{Lu}[\p{L}’'-]{1,20} \p{Lu}[\p{L}’'-]{1,24})(?=[,. ]|$)/iu;
const address = /(?<![^\s<(:])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}(?![^\s>),.;])/;

/** Who signs a letter, with their e-mail address where it stands with the name. */
export function readSigned(reading: Reading, lines: readonly string[]): void {
  const headerAt = lines.slice(0, 15).findIndex((line) => headerName.test(line));
  const [, fromName = "", fromAddress] = headerName.exec(lines[headerAt] ?? "") ?? [];
  const closedAt = lines
    .slice(0, 400)
    .findLastIndex((line) => line.length <= 70 && closing.test(line));
  const [, besides] = closing.exec(lines[closedAt] ?? "") ?? [];
  const nextAt = closedAt < 0 ? -1 : lines.findIndex((line, at) => at > closedAt && line !== "");
  const signedAt = besides ? closedAt : nextAt;
  const signed = besides ?? lines[nextAt] ?? "";
  const saidAt = lines.slice(0, 100).findIndex((line) => introduced.test(line.slice(0, 400)));
  const said = introduced.exec((lines[saidAt] ?? "").slice(0, 400))?.[1] ?? "";
  const names = [
    [signed, signedAt],
    [said, saidAt],
    [fromName.trim(), headerAt],
  ] as const;
  const [name, at] = names.find(([text]) => text.length <= 50 && personName.test(text)) ?? [];
  if (name === undefined || at === undefined) return;
  put(reading, "contact_person", name, where(at));
  const signature = signedAt < 0 ? [] : lines.slice(signedAt, signedAt + 10);
  const below = signature.map((line) => address.exec(line.slice(0, 200))?.[0]).find(Boolean);
  put(
    reading,
    "contact_email",
    below ?? (name === fromName.trim() ? (fromAddress ?? null) : null),
    where(at),
  );
}
