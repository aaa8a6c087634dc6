"use client";

import { useEffect } from "react";
import { whenIdle } from "../shell/idle.ts";
import { registerWorker } from "./service-worker.ts";

/** Registers the service worker for whoever is signed in, once the page has nothing better to do. */
export function KeepWorker() {
  useEffect(() => whenIdle(() => void registerWorker()), []);
  return null;
}
