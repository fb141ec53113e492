import { boardNames, type Display } from "@callnext/core";

/** All of a display's settings, as its administrators see them. */
export function displayOnWire(display: Display) {
  return {
    id: display.id,
    name: display.name,
    type: display.type,
    layout: display.layout,
    theme: display.theme,
    queue_ids: [...display.queueIds],
    active: display.active,
    public: display.public,
    visitor_names: boardNames(display),
    show_waits: display.showWaits ?? false,
    auto_refresh_seconds: display.autoRefreshSeconds,
    show_video: display.showVideo,
    video_url: display.videoUrl,
    background_image: display.backgroundImage,
    custom_message: display.customMessage,
    secondary_message: display.secondaryMessage,
    message_position: display.messagePosition,
    ticket_colors: { ...display.ticketColors },
    url: `/display/${display.id}`,
  };
}
