"use client";

import dynamic from "next/dynamic";

/** Says while a form is typed where the person applied to this already; its script comes after the form's. */
export const AlreadyApplied = dynamic(() => import("./duplicate-notice.tsx"), {
  ssr: false,
  loading: () => <div className="duplicate-notice" />,
});
