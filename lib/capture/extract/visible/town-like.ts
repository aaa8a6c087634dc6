import { employmentType } from "../values/employment-type.ts";
import { locationType } from "../values/location-type.ts";
import { isBoardWord } from "./board-words.ts";
import { isApplyLabel, isJobSection, saysRole } from "./job-words.ts";
import { labelField } from "./labels.ts";
import { technologiesIn } from "./technologies.ts";

/** "Rotterdam", "Den Haag", "Frankfurt am Main", "L’Aquila": capitals, and small words between them. */
const form =
  /^\p{Lu}[\p{L}'’]{1,20}\.?(?:[ -](?:(?:am|an|der|den|im|ob|zu|bei|de|del|della|di|la|le|les|los|las|el|en|sur|sous|upon|on|of|aan|op|do|da|e|y) ?-?){0,2}\p{Lu}[\p{L}'’]{1,20}){0,2}$/u;
/** Departments, ranks and headings stand below a company as well. */
const noTown =
  /^(?:(?:human )?resources|hr|it|r&d|people(?: .*)?|engineering|marketing|sales|products?|design|finance|legal|operations|data(?: .*)?|(?:customer|tech(?:nical)?) .*|support|research|development|production|logistics|administration|management|communications?|security|quality|purchasing|procurement|business .*|technology|software.*|retail|hospitality|education|health ?care|vertrieb|einkauf|personal|produktion|logistik|verwaltung|forschung|entwicklung|senior|junior|mid(?:dle)?|entry|director|permanent|temporary|unlimited|unbefristet|company|confidential|overview|description|about|team|teams|culture|unternehmen|beschreibung|urgent|featured|sponsored|new|remote|worldwide|anywhere|europe|competitive|negotiable|immediate.*|asap|today|yesterday|apply|salary|description|details|summary|introduction)$/i;

/** Whether a short line may be a town's name, by its form alone. */
export const isTownLike = (text: string): boolean =>
  text.length <= 40 &&
  form.test(text) &&
  !noTown.test(text) &&
  !saysRole(text) &&
  !isJobSection(text) &&
  !isApplyLabel(text) &&
  !isBoardWord(text) &&
  labelField(text) === null &&
  employmentType(text) === null &&
  locationType(text) === null &&
  technologiesIn(text) === null;
