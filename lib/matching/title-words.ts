import { wordSet } from "./fold.ts";

/** Words of a title that say nothing of the job itself: gender marks, hours, filler. */
export const silentWords: ReadonlySet<string> = wordSet(
  `m w d f x h i gn mwd wmd mfd mfx fmd mwx dmw fmx all genders gender any div divers a an the of for in at to and or und
  oder et fur als mit im bei auf on with der die das new hiring urgent immediate start asap job stelle position role
  opening vacancy full part time fulltime parttime vollzeit teilzeit permanent unbefristet contract freelance based
  hours week ref id req kennziffer level mid medior regular experienced`,
);

/** Spellings of one word. */
export const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    engineer: `engineering engineers eng engr developer developers dev devs development programmer entwickler entwicklerin
      entwicklung ingenieur ingenieurin softwareentwickler softwareengineer softwaredeveloper desarrollador
      développeur developpeur`,
    manager: "managers mgr management managerin",
    frontend: "frontends",
    backend: "backends",
    analyst: "analysts analystin analytics",
    administrator: "admin administrators administratorin",
    consultant: "consultants berater beraterin consulting",
    scientist: "scientists",
    designer: "designers designerin",
    assistant: "assistants asst assistenz assistentin",
    representative: "rep reps",
    specialist: "specialists spezialist spezialistin",
    machinelearning: "ml",
    quality: "qa",
    hr: "people personal",
    javascript: "js",
    typescript: "ts",
    kubernetes: "k8s",
    ios: "iphone",
    go: "golang",
    nodejs: "node",
    reactjs: "react",
    salesperson: "verkäufer verkäuferin",
  }).flatMap(([word, others]) =>
    [...wordSet(others)].filter(Boolean).map((other) => [other, word] as const),
  ),
);

/** Words that stand together in a title, and are one there. */
export const pairs: ReadonlyMap<string, string> = new Map([
  ["front end", "frontend"],
  ["back end", "backend"],
  ["full stack", "fullstack"],
  ["machine learning", "machinelearning"],
  ["dev ops", "devops"],
  ["on site", "onsite"],
  ["home office", "homeoffice"],
  ["node js", "nodejs"],
  ["react js", "reactjs"],
  ["software engineer", "engineer"],
  ["quality assurance", "quality"],
  ["human resources", "hr"],
  ["working student", "student"],
  ["entry level", "junior"],
  ["vice president", "vp"],
  ["team lead", "teamlead"],
  ["tech lead", "techlead"],
  ["technical lead", "techlead"],
]);

/** How senior: words of one level, as the level. */
export const levels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    intern: "intern interns internship praktikum praktikant praktikantin",
    student: "student werkstudent werkstudentin",
    trainee: "trainee apprentice apprenticeship ausbildung azubi graduate graduates newgrad grad",
    junior: "junior jr jun associate entry",
    senior: "senior sr sen snr",
    lead: "lead",
    principal: "principal",
    staff: "staff",
    head: "head leiter leiterin leitung",
    director: "director direktor",
    vp: "vp svp evp avp",
    chief: "chief",
    deputy: "deputy stellvertretend stellvertretender stellvertretende",
    "1": "i 1 l1",
    "2": "ii 2 l2",
    "3": "iii 3 l3",
    "4": "iv 4 l4",
    "5": "v 5 l5",
    "6": "vi 6 l6",
  }).flatMap(([level, words]) => [...wordSet(words)].map((word) => [word, level] as const)),
);
