"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { withoutBase } from "@/lib/base-path.ts";
import { noteReturn } from "../lists/place.ts";

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/**
 * Follows every `Link` of the page by the router, and marks it from the press until the answer is there. One
 * listener for all: a component around each would cost the server more than the rest of the link.
 */
export function LinkFollower() {
  const router = useRouter();
  const [going, start] = useTransition();
  const pressed = useRef<HTMLElement | SVGElement>(null);

  useEffect(() => {
    if (!going) delete pressed.current?.dataset.waiting;
  }, [going]);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLElement | SVGElement>("a[data-link]");
      const href = link?.getAttribute("href");
      if (!link || !href || link.hasAttribute("target")) return;
      event.preventDefault();
      if (link.dataset.wayBack !== undefined) noteReturn(href);
      delete pressed.current?.dataset.waiting;
      pressed.current = link;
      link.dataset.waiting = "";
      start(() => router.push(withoutBase(href), { scroll: link.dataset.link !== "still" }));
    };
    // The browser's own Back comes back too.
    const back = () => noteReturn(location.href);
    document.addEventListener("click", follow);
    window.addEventListener("popstate", back);
    return () => {
      document.removeEventListener("click", follow);
      window.removeEventListener("popstate", back);
    };
  }, [router]);

  return null;
}
