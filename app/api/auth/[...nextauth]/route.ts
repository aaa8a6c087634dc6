import NextAuth from "next-auth";
import { authOptions } from "@/lib/accounts/sign-in/next-auth-options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const actions = "signin signout callback session csrf providers error verify-request _log".split(
  " ",
);

async function handler(request: Request, context: Context): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  if (!actions.includes(action)) return Response.json({ detail: "Not found." }, { status: 404 });
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
