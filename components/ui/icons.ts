import type { LucideIconData } from "lucide-react/types";

// The only file that knows what Lucide keeps to itself: the shapes that an icon consists of. All its icon files share
// one type, so declaring the export for one of them declares it for all.
declare module "lucide-react/icons/sun" {
  export const __iconData: LucideIconData;
}

export { __iconData as arrowDownIcon } from "lucide-react/icons/arrow-down";
export { __iconData as arrowUpIcon } from "lucide-react/icons/arrow-up";
export { __iconData as briefcaseIcon } from "lucide-react/icons/briefcase";
export { __iconData as briefcaseBusinessIcon } from "lucide-react/icons/briefcase-business";
export { __iconData as chartColumnIcon } from "lucide-react/icons/chart-column";
export { __iconData as checkIcon } from "lucide-react/icons/check";
export { __iconData as chevronDownIcon } from "lucide-react/icons/chevron-down";
export { __iconData as chevronLeftIcon } from "lucide-react/icons/chevron-left";
export { __iconData as chevronRightIcon } from "lucide-react/icons/chevron-right";
export { __iconData as circleIcon } from "lucide-react/icons/circle";
export { __iconData as circleCheckIcon } from "lucide-react/icons/circle-check";
export { __iconData as circleAlertIcon } from "lucide-react/icons/circle-exclamation-point";
export { __iconData as cloudOffIcon } from "lucide-react/icons/cloud-off";
export { __iconData as compassIcon } from "lucide-react/icons/compass";
export { __iconData as copyIcon } from "lucide-react/icons/copy";
export { __iconData as downloadIcon } from "lucide-react/icons/download";
export { __iconData as ellipsisIcon } from "lucide-react/icons/ellipsis";
export { __iconData as externalLinkIcon } from "lucide-react/icons/external-link";
export { __iconData as eyeIcon } from "lucide-react/icons/eye";
export { __iconData as eyeOffIcon } from "lucide-react/icons/eye-off";
export { __iconData as fileUpIcon } from "lucide-react/icons/file-up";
export { __iconData as fingerprintIcon } from "lucide-react/icons/fingerprint-pattern";
export { __iconData as footprintsIcon } from "lucide-react/icons/footprints";
export { __iconData as globeIcon } from "lucide-react/icons/globe";
export { __iconData as heading2Icon } from "lucide-react/icons/heading-2";
export { __iconData as infoIcon } from "lucide-react/icons/info";
export { __iconData as italicIcon } from "lucide-react/icons/italic";
export { __iconData as keyRoundIcon } from "lucide-react/icons/key-round";
export { __iconData as laptopIcon } from "lucide-react/icons/laptop";
export { __iconData as boldIcon } from "lucide-react/icons/letter-b";
export { __iconData as link2Icon } from "lucide-react/icons/link-2";
export { __iconData as listIcon } from "lucide-react/icons/list";
export { __iconData as listChecksIcon } from "lucide-react/icons/list-checks";
export { __iconData as listFilterIcon } from "lucide-react/icons/list-filter";
export { __iconData as listOrderedIcon } from "lucide-react/icons/list-ordered";
export { __iconData as logInIcon } from "lucide-react/icons/log-in";
export { __iconData as logOutIcon } from "lucide-react/icons/log-out";
export { __iconData as mailIcon } from "lucide-react/icons/mail";
export { __iconData as mailPlusIcon } from "lucide-react/icons/mail-plus";
export { __iconData as monitorIcon } from "lucide-react/icons/monitor";
export { __iconData as moonIcon } from "lucide-react/icons/moon";
export { __iconData as panelLeftIcon } from "lucide-react/icons/panel-left";
export { __iconData as penLineIcon } from "lucide-react/icons/pen-line";
export { __iconData as plusIcon } from "lucide-react/icons/plus";
export { __iconData as printerIcon } from "lucide-react/icons/printer";
export { __iconData as historyIcon } from "lucide-react/icons/rotate-ccw-clock";
export { __iconData as searchIcon } from "lucide-react/icons/search";
export { __iconData as searchXIcon } from "lucide-react/icons/search-x";
export { __iconData as settingsIcon } from "lucide-react/icons/settings";
export { __iconData as shieldAlertIcon } from "lucide-react/icons/shield-exclamation-point";
export { __iconData as smartphoneIcon } from "lucide-react/icons/smartphone";
export { __iconData as starIcon } from "lucide-react/icons/star";
export { __iconData as sunIcon } from "lucide-react/icons/sun";
export { __iconData as terminalIcon } from "lucide-react/icons/terminal";
export { __iconData as trashIcon } from "lucide-react/icons/trash";
export { __iconData as uploadIcon } from "lucide-react/icons/upload";
export { __iconData as userRoundIcon } from "lucide-react/icons/user-round";
export { __iconData as usersIcon } from "lucide-react/icons/users";
export { __iconData as xIcon } from "lucide-react/icons/x";
export type { LucideIconData as IconShape };
