import type { Screen } from "./screen.ts";

/** The tenant's film, silent: the chime must be heard. */
export function BoardVideo({ screen }: { readonly screen: Screen }) {
  const { show_video, video_url } = screen.facts.settings;
  if (!show_video || !video_url) return null;
  return <video className="film" src={video_url} autoPlay muted loop playsInline aria-hidden="true" />;
}
