import { z } from "zod";
import { line } from "./text.ts";

const DeviceName = line(80, "a device's name");

export const PairingAnswer = z.object({
  pairing_id: z.string(),
  code: z.string().meta({ description: "For people: `ACDE-FGHJ`. Serves once" }),
  secret: z
    .string()
    .meta({ description: "By which the device, and nobody who reads the code, gets its key" }),
  expires_in: z.int().meta({ description: "Seconds" }),
  poll_every: z.int().meta({ description: "Seconds" }),
});
export type PairingAnswer = z.infer<typeof PairingAnswer>;

/** Length limits only: whether it is right is not for the form of it to say. */
export const TakeKeyBody = z.object({ secret: z.string().max(200) });

const BoardPlace = z.object({ tenant_slug: z.string(), display_id: z.string() });

/** What a device may know of itself. */
export const OwnDevice = z.object({
  id: z.string(),
  kind: z.enum(["board", "kiosk"]),
  name: z.string(),
  board: BoardPlace.nullable().meta({ description: "What a board shows" }),
});
export type OwnDevice = z.infer<typeof OwnDevice>;

export const TakeKeyAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("waiting"), expires_in: z.int().meta({ description: "Seconds" }) }),
  z.object({
    status: z.literal("paired"),
    key: z.string().meta({ description: "The device's own key; told this once" }),
    device: OwnDevice,
  }),
]);
export type TakeKeyAnswer = z.infer<typeof TakeKeyAnswer>;

export const OwnDeviceAnswer = z.object({ device: OwnDevice });

export const NewDeviceBody = z.object({
  code: z
    .string()
    .max(40)
    .meta({ description: "As it stands on the screen; spaces, dashes and small letters do" }),
  display_id: z.string().max(100),
  name: DeviceName.optional().meta({ description: "The display's unless told" }),
});

export const DevicePatch = z.object({ name: DeviceName, display_id: z.string().max(100) }).partial();

/** A device as those who look after it see it. */
export const Device = z.object({
  id: z.string(),
  kind: z.enum(["board", "kiosk"]),
  name: z.string(),
  shop_id: z.int(),
  display_id: z.string().nullable(),
  display_name: z.string().nullable(),
  paired_by: z.string().nullable(),
  paired_at: z.string(),
  last_seen_at: z.string().nullable().meta({ description: "To the minute; null where it never came" }),
});
export type Device = z.infer<typeof Device>;

export const DeviceList = z.object({ devices: z.array(Device) });
export const DeviceAnswer = z.object({ device: Device });
