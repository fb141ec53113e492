import { z } from "zod";

/** Ids stand in addresses as text of any form: what is not one of ours is unknown, not malformed. NUL, which no database text holds, names nothing either. */
export const addressed = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll("\0", "\uFFFD"));

/** Text that is no number names no shop; 0 never does either. */
export const rowNumber = z
  .string()
  .max(200)
  .transform((text) => (/^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0))
  .meta({ description: "An integer" });

export const Tenant = z.object({ slug: addressed });
export const TenantShop = Tenant.extend({ shopId: rowNumber });
export const TenantQueue = Tenant.extend({ queueId: addressed });
export const TenantTicket = Tenant.extend({ ticketId: addressed });
export const TenantCounter = Tenant.extend({ counterId: addressed });
export const TenantInvitation = Tenant.extend({ invitationId: addressed });
export const TenantKey = Tenant.extend({ keyId: addressed });
export const TenantWebhook = Tenant.extend({ webhookId: addressed });
export const TenantDevice = Tenant.extend({ deviceId: addressed });
export const TenantAppointment = Tenant.extend({ appointmentId: rowNumber });
export const TenantWaiting = Tenant.extend({ waitingId: addressed });
export const TenantProvider = Tenant.extend({ providerId: addressed });
export const TenantCalendarFeed = TenantShop.extend({ feedId: addressed });
export const PublicShop = z.object({ shopSlug: addressed });
export const TenantDisplay = Tenant.extend({ displayId: addressed });
export const TenantService = TenantShop.extend({ serviceId: rowNumber });
export const OwnSessionId = z.object({ sessionId: addressed });
export const OwnPasskey = z.object({ passkeyId: rowNumber });
export const TenantStaff = Tenant.extend({ staffId: rowNumber });
