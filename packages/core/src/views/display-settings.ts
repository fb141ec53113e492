import type { Display } from "../queue/shop.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import type { DisplaySettings } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const keep = createIdentityKeeper<Display, DisplaySettings>();

export const displaySettings = ({ state: { shop }, tenant }: ViewInput, display: Display): DisplaySettings =>
  keep(display, {
    id: display.id,
    name: display.name,
    type: display.type,
    layout: display.layout,
    theme: display.theme,
    active: display.active,
    auto_refresh_seconds: display.autoRefreshSeconds,
    show_video: display.showVideo,
    video_url: display.videoUrl,
    background_image: display.backgroundImage,
    custom_message: display.customMessage,
    secondary_message: display.secondaryMessage,
    message_position: display.messagePosition,
    ticket_colors: display.ticketColors,
    shop_id: shop.id,
    shop_slug: shop.slug,
    shop_name: shop.name,
    tenant_slug: tenant.slug,
    time_zone: shop.timeZone,
    locale: shop.locale,
  });
