import "server-only";
import { z } from "zod";
import { text } from "../fields.ts";
import { isPushEndpoint } from "./endpoints.ts";
import { pushLimits } from "./values.ts";

const bytesOf = (length: number, first?: number) => (value: string) => {
  const bytes = Buffer.from(value, "base64url");
  return bytes.length === length && (first === undefined || bytes[0] === first);
};

const key = (fault: string, length: number, first?: number) =>
  z
    .string(fault)
    .regex(/^[\w-]{1,100}={0,2}$/, fault)
    .refine(bytesOf(length, first), fault);

/** A browser's subscription as its `toJSON()` gives it (Push API), with a name for the device. */
export const deviceInput = () =>
  z.object({
    name: text({ max: pushLimits.name, blank: true }).optional(),
    endpoint: text({ max: pushLimits.endpoint }).refine(
      isPushEndpoint,
      "Give the https address of a push service.",
    ),
    keys: z.object(
      {
        p256dh: key("Give the device's public key.", 65, 4),
        auth: key("Give the device's secret.", 16),
      },
      "Give the keys p256dh and auth.",
    ),
  });

export type DeviceInput = z.infer<ReturnType<typeof deviceInput>>;

/** What is kept sealed of a subscription. */
export const sealedDevice = deviceInput().pick({ endpoint: true, keys: true });

export type SealedDevice = z.infer<typeof sealedDevice>;
