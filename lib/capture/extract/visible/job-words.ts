import { fold } from "../../../imports/vocabulary/fold.ts";

const roles =
  /(?:^| )(?:engineer|developer|manager|designer|analyst|scientist|architect|consultant|specialist|assistant|associate|director|administrator|coordinator|technician|intern|internship|officer|lead|representative|accountant|nurse|teacher|baker|driver|cook|chef|clerk|operator|programmer|recruiter|writer|editor|researcher|supervisor|advisor|adviser|agent|executive|strategist|generalist|buyer|planner|mechanic|electrician|therapist|physician|lawyer|counsel|trainer|tester|head of|vp|cto|cfo|coo|owner|bookkeeper|salesperson|cashier|cleaner|translator|producer|trainee|apprentice|partner|professor|lecturer|postdoc|postdoctoral|phd|stipend|fellow|doktorand|ranger|pilot|plumber|carpenter|welder|roofer|gardener|janitor|guard|receptionist|steward|waiter|waitress|barista|bartender|butcher|fitter|brewer|\w{3,12}ologist|\w{0,12}(?:maker|smith|keeper|builder|warden)|machinist|hygienist|dentist|pharmacist|veterinarian|paramedic|midwife|caregiver|librarian|archivist|curator|economist|statistician|biologist|chemist|physicist|geologist|surveyor|inspector|foreman|handyman|porter|stylist|barber|tutor|lehrer(?:in)?|erzieher(?:in)?|koch|kochin|kellner(?:in)?|gartner(?:in)?|schreiner(?:in)?|tischler(?:in)?|elektroniker(?:in)?|mechatroniker(?:in)?|arzt|arztin|pflegefachkraft|fachkraft|lagerist(?:in)?|vendedor(?:a)?|infirmi(?:er|ere)|vendeur|vendeuse|cuisinier|cuisiniere|menuisier|comptable|serveur|serveuse|chauffeur|assistante?|electricien|enfermer[ao]|camarer[ao]|cociner[ao]|carpinter[ao]|conductor|dependient[ae]|estagio|estagiari[ao]|vendedora|motorista|professora|auxiliar|recepcionista|contador|contabile|commess[ao]|impiegat[ao]|infermier[ae]|cuoco|cuoca|falegname|operai[ao]|magazziniere|verpleegkundige|monteur|chauffeur|kok|leraar|sjukskoterska|larare|snickare|kock|saljare|ekonom|konsult|medarbejder|pedagog|sygeplejerske|laerer|pielegniarka|kierowca|ksiegow[aey]|magazynier|sprzedawca|kucharz|elektryk|entwickler(?:in)?|ingenieur(?:in)?|berater(?:in)?|leiter(?:in)?|sachbearbeiter(?:in)?|mitarbeiter(?:in)?|kaufmann|kauffrau|pfleger(?:in)?|techniker(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|backer(?:in)?|baecker(?:in)?|fahrer(?:in)?|verkaufer(?:in)?|developpeu(?:r|se)|ingenieure?|charge|chargee|responsable|conseiller|technicien(?:ne)?|directeur|boulanger|stagiaire|desarrollador(?:a)?|ingeniero|ingeniera|analista|gerente|tecnico|diseñador|disenador|desenvolvedor(?:a)?|engenheiro|sviluppatore|ingegnere|responsabile|ontwikkelaar|medewerker|adviseur|utvecklare|utvikler|udvikler|kehittaja|programista|inzynier|specjalista|разработчик|инженер|менеджер|аналитик)(?:s|en|es)?(?= |$)|工程师|工程師|经理|經理|开发|エンジニア|職人|営業|販売|看護師|개발자|специалист/;

/** "(m/w/d)", "(f/m/x)", "(H/F)": only postings have it. */
const genders =
  /\((?:[mwfdxhigna*]|div|all|gn)(?:\s?[/|,]\s?(?:[mwfdxhina*]|div|any|all)){1,4}\)|\b[mfwh]\/[wfmh](?:\/[dxi])?\b|\(all genders\)/i;

/** Whether a text says a role, or is marked as only titles of postings are. */
export const saysRole = (text: string): boolean =>
  genders.test(text.slice(0, 300)) || roles.test(fold(text.slice(0, 300)));

export const hasGenders = (text: string): boolean => genders.test(text.slice(0, 300));

const sections =
  /^(?:(?:(?:your|key|main|core|job|primary|essential|the|minimum|basic|preferred|required|desired|about) ){0,3}(?:responsibilities|requirements?|qualifications?|duties|skills|experience required|must haves?|nice to haves?|what you(?: will|ll)(?: do| be doing| bring| need)?|what youll (?:do|be doing|bring|need)|who you are|who we are looking for|what we(?: are|re) looking for|what we need to see|what we offer|why join us|your profile|your tasks|your role|the role|the opportunity|about (?:the|this) (?:role|job|position|opportunity|team)|job (?:description|summary|purpose|overview)|position (?:summary|overview)|role (?:overview|summary|description)|benefits(?: and perks)?|perks(?: and benefits)?|how to apply|you might be a fit if|ways to stand out|job requirements|overview of this role|an overview of this role|what you will bring|what youll bring)|(?:deine|ihre|unsere)? ?(?:aufgaben|profil|anforderungen|qualifikation(?:en)?|benefits|das bringst du mit|das erwartet dich|wir bieten|was wir bieten)(?: .{0,30})?|(?:vos|tes|les|votre|ton|le)? ?(?:missions?|profil(?: recherche)?|competences|avantages)|(?:sobre (?:la|o|a) (?:vaga|oferta|empresa|puesto)|descripcion (?:de la oferta|del puesto)|descripcio de l ?oferta|descricao (?:da vaga|do cargo)|requisit(?:os|s)(?: .{0,30})?|responsabilidades(?: .{0,30})?|funcion(?:e)?s(?: .{0,30})?|atribuicoes|beneficios|que (?:te )?ofrecemos|o que oferecemos|atividades|actividades|tareas)|(?:mansioni|requisiti(?: .{0,30})?|descrizione(?: .{0,30})?|responsabilita|cosa offriamo|offriamo|attivita|profilo(?: .{0,20})?|il ruolo)|(?:om (?:jobbet|rollen|tjansten|stillingen|os|oss)|arbetsuppgifter(?:na)?|dina arbetsuppgifter|kvalifikation(?:er)?|kvalifikasjoner|arbeidsoppgaver|arbejdsopgaver|dine (?:opgaver|kvalifikationer)|vi (?:erbjuder|tilbyr|tilbyder)|jobbeskrivelse|stillingsbeskrivelse)|(?:zakres obowiazkow|opis stanowiska|twoj profil|nasze wymagania)|(?:仕事内容|応募条件|業務内容|必須(?:条件|スキル)|歓迎(?:条件|スキル)|募集要項)|(?:in this role(?: you(?: wi)?ll(?: be)?)?|about the (?:team role|company role)|deine mission|dein profil|stellenbeschreibung)|(?:wat (?:ga|doe) je doen|wat ga je doen|wat vragen (?:wij|we)|functie ?(?:eisen|omschrijving)|wat bieden (?:wij|we)|jouw (?:profiel|taken)|over de functie)|(?:wymagania|obowiazki|oferujemy)|(?:обязанности|требования|условия|обов язки|вимоги|задачі|обов язково)|(?:任职要求|岗位职责|职位描述|職務内容|応募資格))$/;

/** Whether a short line is a heading that postings have: "Responsibilities", "What you'll do", "Ihr Profil". */
export const isJobSection = (line: string): boolean =>
  line.length <= 60 && sections.test(fold(line));

const apply =
  /^(?:(?:easy |quick )?apply(?: now| here| today| online| by e ?mail| for (?:this|the) (?:job|position|role)| on company (?:web)?site| externally| with .{2,20})?|i m interested|submit (?:your )?application|jetzt bewerben|bewerben|zur bewerbung|online bewerben|postuler(?: maintenant| a cette offre)?|je postule|candidatar(?: me|se)|solicitar(?: empleo)?|inscribirme|aplicar|(?:register|log ?in|sign in) (?:and|to) apply|start (?:your )?application|inscribete|inscriu ?t ?hi|me inscribir|quero me candidatar|solliciteer(?: nu| direct)?|ansok(?: nu| har)?|ansog(?: nu| online| her| stillingen)?|send ansogning|sok (?:jobbet|stillingen)|hae (?:tahan )?(?:tyo)?paikk\w{1,6}|aplikuj|candidati|откликнуться|відгукнутися|立即申请|应聘|応募する|지원하기)$/;

/** Whether a link or button invites to apply. */
export const isApplyLabel = (text: string): boolean => text.length <= 60 && apply.test(fold(text));

const noPosting =
  /^(?:just a moment|attention required|access denied|access to this page has been denied|403 forbidden|forbidden|(?:error )?(?:404|500|502|503)\b.{0,40}|(?:page|job|seite|position) not found.{0,40}|not found|page introuvable|seite nicht gefunden|are you (?:a )?(?:robot|human).{0,40}|security check.{0,60}|robot check|verify you are human|verifying you are human.{0,40}|human verification|captcha.{0,40}|pardon our interruption|log ?in(?: .{0,60})?|sign ?(?:in|up)(?: .{0,60})?|(?:linkedin )?(?:login|log in|sign in|sign up).{0,60}|anmelden(?: .{0,40})?|einloggen(?: .{0,40})?|(?:join|welcome to) linkedin.{0,40}|connexion.{0,40}|iniciar sesion.{0,40}|authwall|something went wrong|an error (?:has )?occurred|service unavailable|too many requests|bad gateway|one more step|enable javascript.{0,60}|additional verification required|request blocked|blocked)$/;

/** Whether a page's title is that of a login, an error or a check whether a person reads it. */
export const isBarrier = (title: string): boolean => noPosting.test(fold(title.slice(0, 200)));

const resume =
  /^(?:experience|work experience|professional experience|education|skills|summary|languages|certifications|publications|projects|references|objective|berufserfahrung|ausbildung|werdegang|kenntnisse|sprachen|experience professionnelle|formation|competences|langues|experiencia(?: laboral)?|educacion|formacion|工作经历|工作經歷|学历|學歷|技能|自我介紹|语言能力|語言能力|教育背景)$/;

/** How many different headings of a résumé the lines have. */
export const countResumeHeadings = (lines: readonly string[]): number =>
  new Set(
    lines
      .filter((line) => line.length <= 40)
      .map(fold)
      .filter((line) => resume.test(line)),
  ).size;
