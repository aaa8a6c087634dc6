import { type NextRequest, NextResponse } from "next/server";

const open = /^\/(login|register|guides)?(\/|$)/;
const cookies = ["next-auth.session-token", "__Secure-next-auth.session-token"];

/** Sends whoever has no session cookie to the sign-in, and tells pages their own address. No security boundary. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set("x-foothold-path", pathname + search);
  const signedIn = cookies.some((name) => request.cookies.has(name));
  if (!signedIn && !open.test(pathname) && pathname !== "/") {
    const login = new URL("/login", request.url);
    login.searchParams.set("next", pathname + search);
    return NextResponse.redirect(login);
  }
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"] };
