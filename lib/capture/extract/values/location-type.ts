import { fold } from "../../../imports/vocabulary/fold.ts";
import { hasDaysElsewhere } from "./days-elsewhere.ts";
import { words } from "./words.ts";

export type LocationType = "Remote" | "Hybrid" | "On-Site";

const hybrid =
  /\bhybrid|\bhibrid|\bibrid|\bhybryd|混合|ハイブリッド|하이브리드|гибрид|гібрид|\b(?:partial(?:ly)?|part|partly|partiell|teilweise|temporarily)(?: fully)? (?:remote|home ?office)|\bteletravail partiel\b|\bremote partial\b/;
const notRemote =
  /\b(?:no|not|non|kein|keine|without)(?: (?:a|fully|full|eligible for|available for))? (?:remote|home ?office|telework|telecommut\w{0,5})\b|\bremote (?:not (?:available|possible|allowed)|no|none|false)\b/;
const remote =
  /\bremote(?:ly)?\b|\btelecommut|\btelework|\bwork(?:ing)? from (?:home|anywhere)\b|\bwfh\b|\bhome ?office\b|\bhome based\b|\bteletravail|\ba distance\b|\bremot[oa]\b|\bteletrabajo\b|\bteletrabalho\b|\bda remoto\b|\bzdaln|\betatyo\b|\bdistans\b|\bop afstand\b|\bvirtual\b|удал[её]н|віддален|дистанц|远程|遠端|在宅|リモート|재택|^anywhere(?: in the world)?$/;
const onSite =
  /\bon ?site\b|\bin (?:the )?office\b|\bin person\b|\boffice based\b|\bvor ort\b|\bpresencial\b|\bpresentiel\b|\bsur site\b|\bin sede\b|\bin presenza\b|\bstacjonarn|\bop locatie\b|\bpaikan paalla\b|\bno remote\b|^office$|现场|出社|출근/;

const maxTypeText = 300;

/**
 * Where the work is done by a field or a label (`TELECOMMUTE`, "Fully remote", "vor Ort"); null where it does not say,
 * or says that both remote and on site are possible. For fields and labels, not for running text.
 */
export function locationType(value: unknown): LocationType | null {
  const text = words(value);
  if (!text || text.length > maxTypeText) return null;
  const folded = fold(text);
  if (hybrid.test(folded) || hasDaysElsewhere(text)) return "Hybrid";
  if (notRemote.test(folded)) return "On-Site";
  const [isRemote, isOnSite] = [remote.test(folded), onSite.test(folded)];
  if (isRemote && isOnSite) return null;
  return isRemote ? "Remote" : isOnSite ? "On-Site" : null;
}
