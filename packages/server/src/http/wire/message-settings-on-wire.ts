import type { messageBodies } from "@callnext/protocol";
import type { z } from "zod";
import { COST_UNIT, type MessageSettings } from "../../messages/message-settings.ts";

export function messageSettingsOnWire(settings: MessageSettings): messageBodies.MessageSettingsOnWire {
  const { reminderMinutes, ways, smsPrice, monthlyCap, currency } = settings;
  return {
    reminder_minutes: [...reminderMinutes],
    ways: { ...ways },
    sms_price: smsPrice / COST_UNIT,
    monthly_cap: monthlyCap === null ? null : monthlyCap / COST_UNIT,
    currency,
  };
}

/** What is not named stays as it is. */
export function changedMessageSettings(
  settings: MessageSettings,
  patch: z.output<typeof messageBodies.MessageSettingsPatch>,
): MessageSettings {
  const { reminder_minutes, sms_price, monthly_cap, currency } = patch;
  const ways = Object.fromEntries(Object.entries(patch.ways ?? {}));
  return {
    reminderMinutes: reminder_minutes ?? settings.reminderMinutes,
    ways: { ...settings.ways, ...ways },
    smsPrice: sms_price === undefined ? settings.smsPrice : inUnits(sms_price),
    monthlyCap:
      monthly_cap === undefined ? settings.monthlyCap : monthly_cap === null ? null : inUnits(monthly_cap),
    currency: currency ?? settings.currency,
  };
}

function inUnits(money: number): number {
  return Math.round(money * COST_UNIT);
}
