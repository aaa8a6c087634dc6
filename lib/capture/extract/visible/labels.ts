import { fold } from "../../../imports/vocabulary/fold.ts";

/** What a label stands before. */
export type LabelField =
  | "title"
  | "company"
  | "place"
  | "mode"
  | "type"
  | "pay"
  | "posted"
  | "closes"
  | "number";

const labels: Record<LabelField, string> = {
  title:
    "job title|position title|position|role|title|stelle|stellenbezeichnung|jobtitel|poste|intitule du poste|puesto|cargo|functie|job name|vacancy|stanowisko|stilling|posicion|posicao|vaga|mansione|posizione|должность|职位|職種",
  company:
    "company|company name|employer|hiring company|organization|organisation|firma|unternehmen|arbeitgeber|entreprise|employeur|empresa|azienda|bedrijf|werkgever|foretag|arbetsgivare|virksomhed|yritys|tyonantaja|pracodawca|virksomhet|oppdragsgiver|azienda inserzionista|empresa contratante|компания|компанія|公司|会社名|hiring organization|agency|department agency",
  place:
    "location|locations|job location|work location|location s|place|place of work|office|office location|city|where|standort|standorte|ort|arbeitsort|einsatzort|lieu|lieu de travail|localisation|ubicacion|lugar de trabajo|localizacao|local|sede|sede di lavoro|luogo|locatie|standplaats|plats|ort stad|sted|arbeidssted|paikkakunta|sijainti|lokalizacja|miejsce pracy|placering|arbejdssted|ubicacio|lloc de treball|local de trabalho|cidade|ciudad|localidad|provincia|citta|zona di lavoro|plaats|werklocatie|studieort|arbetsort|misto vykonu prace|place of performance|base location|posting location|город|місто|місце роботи|工作地点|勤務地|근무지",
  mode: "remote|workplace|workplace type|work arrangement|work mode|working model|work model|remote policy|remote work|location type|homeoffice|arbeitsmodell|teletravail|teletrabajo|modalidad|modalidad de trabajo|modalitat de treball|modelo de trabalho|modalidade|modalita di lavoro|werkvorm|tryb pracy|rodzaj pracy|remote status|work type|workstyle",
  type: "employment type|job type|type of employment|type of job|contract type|type of contract|contract|time type|position type|employment|employment status|schedule|job schedule|working hours|hours|commitment|full time part time|anstellungsart|beschaftigungsart|art der beschaftigung|vertragsart|arbeitszeit|arbeitszeitmodell|type de contrat|contrat|type d emploi|temps de travail|tipo de contrato|jornada|tipo de empleo|tipo de vaga|regime|tipo di contratto|contratto|dienstverband|contracttype|anstallningsform|omfattning|ansettelsesform|tyosuhde|typ umowy|wymiar pracy|stillingstype|ansaettelsesform|ansaettelsestype|arbejdstid|arbeidstid|heltid deltid|tipus de contracte|jornada laboral|tipo de jornada|carga horaria|orario di lavoro|orario|uren|contractvorm|arbetstid|rodzaj umowy|uvazek|vinculo|тип занятости|зайнятість|雇用形態|employment term|appointment type|job category type",
  pay: "salary|salary range|pay|pay range|pay rate|compensation|compensation range|wage|wages|hourly rate|rate|base salary|base pay|annual salary|salary recommendation|remuneration|gehalt|gehaltsspanne|vergutung|lohn|salaire|remuneration annuelle|salario|sueldo|retribuzione|stipendio|salaris|lon|lonn|palkka|wynagrodzenie|ral|salari|faixa salarial|salario bruto|salario mensal|retribucion|stipendio lordo|brutolohn|bruttogehalt|jahresgehalt|loon|lohn gehalt|mzda|rate of pay|starting salary|зарплата|зп|薪资|薪資|給与|연봉|expected salary|budget|target compensation",
  posted:
    "posted|posted on|date posted|posting date|published|published on|publication date|date published|online since|veroffentlicht|veroffentlicht am|eingestellt am|publie le|date de publication|publicado|publicado el|publicado em|fecha de publicacion|pubblicato il|geplaatst op|publicerad|julkaistu|data publikacji|oprettet|opslaaet|data de publicacao|data di pubblicazione|fecha de publicacion de la oferta|date de mise en ligne|erschienen|online seit|дата публикации|发布时间|job posted|listed|listed on|opening date|open date",
  closes:
    "closing date|close date|closes|closes on|deadline|application deadline|apply by|apply before|application closing date|applications close|last date to apply|expires|expires on|expiry date|valid through|valid until|end date for applications|bewerbungsschluss|bewerbungsfrist|bewerbungsende|bewerben bis|date limite|date limite de candidature|fecha limite|fecha de cierre|data limite|prazo|inscricoes ate|scadenza|sluitingsdatum|reageren voor|sista ansokningsdag|ansok senast|soknadsfrist|ansogningsfrist|hakuaika paattyy|viimeinen hakupaiva|termin skladania|deadline for applications|application deadline date|termino de inscripcion|data de encerramento|termine per la candidatura|candidarsi entro|reageer voor|solliciteren voor|closing on|vacancy closes|дедлайн|截止日期|応募締切",
  number:
    "job id|job number|job no|requisition id|requisition number|req id|job requisition id|reference|reference number|ref|job reference|job code|kennziffer|referenznummer|stellennummer|vacancy number|job ref|posting id|vacancy id|requisition",
};

const byLabel = new Map(
  Object.entries(labels).flatMap(([field, list]) =>
    list.split("|").map((label) => [label, field as LabelField] as const),
  ),
);

/** The field that a label names ("Location:", "Art der Beschäftigung"); null where it is none. */
export function labelField(text: string): LabelField | null {
  if (text.length > 50) return null;
  return byLabel.get(fold(text)) ?? null;
}

/** A labelled line in two, "Closing date: 31 January"; null where it has no known label. */
export function splitLabel(text: string): { field: LabelField; value: string } | null {
  const line = text.slice(0, 400).replace(/^[\s*•·–—-]{1,6}/, "");
  const at = line.search(/[:：]| [–—-] /);
  if (at <= 0 || at > 45) return null;
  const field = labelField(line.slice(0, at).replace(/[*_]/g, ""));
  const value = line
    .slice(at)
    .replace(/^[\s:：–—*_-]{1,8}/, "")
    .trim();
  return field && value ? { field, value } : null;
}
