import type { ReactNode } from "react";
import { PublicFrame } from "@/components/accounts/sign-in/public-frame.tsx";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
