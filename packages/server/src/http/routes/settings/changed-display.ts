import { boardNames, type Display } from "@callnext/core";
import type { admin } from "@callnext/protocol";
import type { z } from "zod";

/** Nobody but its own devices and the staff may look at a new display; in the demo anybody may. */
export function newDisplay(id: string, name: string, isDemo: boolean): Display {
  return {
    id,
    name,
    type: "main",
    layout: "split",
    theme: { primaryColor: "#0b5cad", backgroundColor: "#0f172a", textColor: "#ffffff", logo: null },
    queueIds: [],
    active: true,
    public: isDemo,
    visitorNames: "none",
    autoRefreshSeconds: 5,
    showVideo: false,
    videoUrl: null,
    backgroundImage: null,
    customMessage: null,
    secondaryMessage: null,
    messagePosition: "bottom",
    ticketColors: {},
  };
}

/** The display with what a request names; null empties, what is absent stays. */
export function changedDisplay(display: Display, patch: z.output<typeof admin.DisplayPatch>): Display {
  return {
    ...display,
    name: patch.name ?? display.name,
    type: patch.type ?? display.type,
    layout: patch.layout ?? display.layout,
    theme: changedTheme(display.theme, patch.theme ?? {}),
    queueIds: patch.queue_ids === undefined ? display.queueIds : [...new Set(patch.queue_ids)],
    active: patch.active ?? display.active,
    public: patch.public ?? display.public,
    visitorNames: patch.visitor_names ?? boardNames(display),
    showWaits: patch.show_waits ?? display.showWaits ?? false,
    autoRefreshSeconds: patch.auto_refresh_seconds ?? display.autoRefreshSeconds,
    showVideo: patch.show_video ?? display.showVideo,
    videoUrl: orAsItWas(patch.video_url, display.videoUrl),
    backgroundImage: orAsItWas(patch.background_image, display.backgroundImage),
    customMessage: orAsItWas(patch.custom_message, display.customMessage),
    secondaryMessage: orAsItWas(patch.secondary_message, display.secondaryMessage),
    messagePosition: patch.message_position ?? display.messagePosition,
    ticketColors: patch.ticket_colors ?? display.ticketColors,
  };
}

type ThemePatch = NonNullable<z.output<typeof admin.DisplayPatch>["theme"]>;

function changedTheme(theme: Display["theme"], patch: ThemePatch): Display["theme"] {
  return {
    primaryColor: patch.primaryColor ?? theme.primaryColor,
    backgroundColor: patch.backgroundColor ?? theme.backgroundColor,
    textColor: patch.textColor ?? theme.textColor,
    logo: orAsItWas(patch.logo, theme.logo),
  };
}

function orAsItWas<Value>(given: Value | undefined, before: Value): Value {
  return given === undefined ? before : given;
}
