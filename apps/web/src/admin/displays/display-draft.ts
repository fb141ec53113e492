import type { ManagedDisplay } from "./displays-query.ts";

export const DISPLAY_TYPES = ["tv", "main", "counter", "waiting"] as const;
export const DISPLAY_LAYOUTS = ["split", "grid", "list", "fullscreen", "modern"] as const;

export const BOARD_NAMES = ["none", "masked", "full"] as const;

/** A display as its form holds it: every field a text, empty for none. */
export interface DisplayDraft {
  readonly name: string;
  readonly type: string;
  readonly layout: string;
  readonly active: boolean;
  readonly public: boolean;
  readonly visitor_names: string;
  readonly show_waits: boolean;
  readonly queue_ids: readonly string[];
  readonly primaryColor: string;
  readonly backgroundColor: string;
  readonly textColor: string;
  readonly logo: string;
  readonly custom_message: string;
  readonly secondary_message: string;
  readonly message_position: string;
  readonly refresh: string;
  readonly show_video: boolean;
  readonly video_url: string;
  readonly background_image: string;
  readonly ticket_colors: Readonly<Record<string, string>>;
}

export function draftOf(display: ManagedDisplay | null, allQueues: readonly string[]): DisplayDraft {
  return {
    name: display?.name ?? "",
    type: display?.type ?? "tv",
    layout: display?.layout ?? "split",
    active: display?.active ?? true,
    public: display?.public ?? false,
    visitor_names: display?.visitor_names ?? "none",
    show_waits: display?.show_waits ?? false,
    queue_ids: display?.queue_ids ?? allQueues,
    primaryColor: display?.theme.primaryColor ?? "#0b5f73",
    backgroundColor: display?.theme.backgroundColor ?? "#ffffff",
    textColor: display?.theme.textColor ?? "#13202a",
    logo: display?.theme.logo ?? "",
    custom_message: display?.custom_message ?? "",
    secondary_message: display?.secondary_message ?? "",
    message_position: display?.message_position ?? "bottom",
    refresh: String(display?.auto_refresh_seconds ?? 5),
    show_video: display?.show_video ?? false,
    video_url: display?.video_url ?? "",
    background_image: display?.background_image ?? "",
    ticket_colors: display?.ticket_colors ?? {},
  };
}

export function bodyOf(draft: DisplayDraft): Record<string, unknown> {
  const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  const { primaryColor, backgroundColor, textColor } = draft;
  return {
    name: draft.name,
    type: draft.type,
    layout: draft.layout,
    active: draft.active,
    public: draft.public,
    visitor_names: draft.visitor_names,
    show_waits: draft.show_waits,
    queue_ids: draft.queue_ids,
    theme: { primaryColor, backgroundColor, textColor, logo: orNull(draft.logo) },
    custom_message: orNull(draft.custom_message),
    secondary_message: orNull(draft.secondary_message),
    message_position: draft.message_position,
    auto_refresh_seconds: Number(draft.refresh),
    show_video: draft.show_video,
    video_url: orNull(draft.video_url),
    background_image: orNull(draft.background_image),
    ticket_colors: draft.ticket_colors,
  };
}
