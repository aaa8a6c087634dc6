import { useCallback, useEffect, useRef, useState } from "react";

/** On a phone the columns are swiped, one at a time: which one is seen, and a way to choose one. */
export function useSwipe(count: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);

  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => {
      const wide = box.scrollWidth / count;
      if (wide > 0) setCurrent(Math.min(count - 1, Math.round(box.scrollLeft / wide)));
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    return () => box.removeEventListener("scroll", look);
  }, [count]);

  const choose = useCallback((at: number) => {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    ref.current?.children[at]?.scrollIntoView({
      inline: "start",
      block: "nearest",
      behavior: isStill ? "auto" : "smooth",
    });
  }, []);

  return { ref, current, choose };
}
