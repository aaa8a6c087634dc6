import type { ReadField } from "@/lib/capture/read-answer.ts";
import { Icon } from "../ui/icon.tsx";
import {
  circleHelpIcon,
  codeIcon,
  infoIcon,
  link2Icon,
  penLineIcon,
  textIcon,
} from "../ui/icons.ts";

const icons = {
  job_data: codeIcon,
  page_data: codeIcon,
  board_data: codeIcon,
  meta: codeIcon,
  page: textIcon,
  text: textIcon,
  address: link2Icon,
  typed: penLineIcon,
};

/** Where a value was read, or that it is to be checked. */
export function ReadFrom({ field: { source, from, why } }: { field: ReadField }) {
  if (why) {
    return (
      <span className="read-from read-from--doubtful" title={from}>
        <Icon of={circleHelpIcon} /> Please check
      </span>
    );
  }
  if (from === "") return null;
  return (
    <span className="read-from">
      <Icon of={source ? icons[source] : infoIcon} /> {from}
    </span>
  );
}
