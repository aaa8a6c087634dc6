import { fold } from "./fold.ts";

const roleWords = new Set(
  `engineer engineering developer programmer analyst manager designer scientist architect sde swe intern internship
  consultant specialist administrator technician coordinator assistant associate officer executive recruiter
  accountant nurse teacher lecturer researcher lead director supervisor representative advisor adviser tester
  operator clerk cashier driver editor writer copywriter strategist planner producer librarian paralegal
  marketer trainee apprentice cto cfo ceo devops frontend backend fullstack qa ux sre pm postdoc professor
  welder fitter electrician plumber carpenter mechanic barista receptionist secretary pharmacist therapist
  tutor translator journalist photographer attorney auditor controller chemist biologist physicist economist
  statistician paramedic midwife entwickler entwicklerin ingenieur ingenieurin berater beraterin leiter leiterin sachbearbeiter sachbearbeiterin
  mitarbeiter mitarbeiterin werkstudent werkstudentin praktikant praktikantin praktikum referent referentin
  kaufmann kauffrau techniker projektleiter assistenz developpeur developpeuse ingenieure stagiaire chef charge
  responsable alternance conseiller gestionnaire desarrollador desarrolladora ingeniero ingeniera analista gerente
  disenador disenadora tecnico administrativo becario practicas programador desenvolvedor engenheiro engenheira
  estagio estagiario designer gestor coordenador sviluppatore ingegnere analyste stagista tirocinante impiegato
  responsabile ontwikkelaar medewerker stagiair adviseur programista inzynier specjalista analityk kierownik
  stazysta gelistirici muhendis uzman uzmani stajyer yonetici utvecklare ingenjor konsult udvikler utvikler
  разработчик инженер менеджер аналитик дизайнер стажер エンジニア 开发 工程师 经理`
    .split(/\s+/)
    .map(fold),
);

const companyWords =
  /(^|[\s,(])(inc|llc|ltd|limited|corp|corporation|gmbh|ag|se|kg|ohg|sa|s\.a|sas|sarl|srl|spa|s\.p\.a|bv|b\.v|nv|ab|oy|as|a\/s|aps|plc|llp|pvt|pty|co|company|group|holding|holdings|technologies|solutions|labs|bank|university|systems|partners|studios?|consulting|capital|health|software|a\.s|ltda|sp\. z o\.o|zrt|kft|株式会社|有限公司)\.?($|[\s,.)])/i;

/** Whether a folded text contains a word of job titles. */
export function namesRole(folded: string): boolean {
  return folded.split(" ").some((word) => roleWords.has(word));
}

/** Whether a text contains a word of company names, such as "Inc" or "GmbH". */
export function namesCompany(text: string): boolean {
  return companyWords.test(text);
}

const employmentWords =
  /\b(full ?time|part ?time|contract\w*|permanent|temporary|temp|casual|freelance\w*|intern(ship)?|co ?op|apprentice\w*|seasonal|volunteer|vollzeit|teilzeit|festanstellung|unbefristet|befristet|werkstudent|praktikum|cdi|cdd|alternance|stage|interim|temps plein|temps partiel|indefinido|temporal|tiempo completo|medio tiempo|jornada completa|clt|pj|estagio|tempo pieno|indeterminato|determinato|apprendistato|vast|tijdelijk|umowa|staz|tam zamanli|yari zamanli)\b|正社員|契約社員|アルバイト|全职|兼职|实习|정규직|계약직|인턴/;

/** Whether a folded text names a kind of employment, such as "full time". */
export const namesEmployment = (folded: string) => employmentWords.test(folded);
