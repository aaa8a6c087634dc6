import { cookiePath } from "@/lib/base-path.ts";

/** Sets a cookie of ours from the page; 0 seconds clears it. (`cookieStore` is too new for some browsers.) */
export function setCookie(name: string, value: string, seconds: number): void {
  document.cookie = `${name}=${value}; path=${cookiePath}; max-age=${seconds}; samesite=lax`;
}
