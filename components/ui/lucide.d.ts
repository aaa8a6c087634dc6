import type { LucideIconData } from "lucide-react/types";

// Each of Lucide's files gives what its icon consists of, which its types leave out.
declare module "lucide-react/icons/sun" {
  export const __iconData: LucideIconData;
}
