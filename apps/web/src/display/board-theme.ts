import type { DisplaySettings } from "@callnext/protocol";
import {
  contrast,
  luminance,
  mix,
  parseColor,
  readableOn,
  type Rgb,
  toHex,
} from "../pages-shared/contrast.ts";

const WHITE: Rgb = [255, 255, 255];
const NIGHT: Rgb = [15, 23, 42];
const BLUE: Rgb = [29, 78, 216];

/** Numbers are read across a room. */
const ACROSS_A_ROOM = 7;

export interface BoardTheme {
  readonly dark: boolean;
  /** CSS custom properties. */
  readonly properties: Readonly<Record<string, string>>;
  readonly numberColor: (queueId: string) => string;
}

/** The tenant's colours, moved as little as legibility asks: a pale blue on white would be lost at ten metres. */
export function boardTheme({
  theme,
  ticket_colors,
}: Pick<DisplaySettings, "theme" | "ticket_colors">): BoardTheme {
  const ground = parseColor(theme.backgroundColor) ?? WHITE;
  const ink = readableOn(parseColor(theme.textColor) ?? NIGHT, ground, ACROSS_A_ROOM);
  const primary = parseColor(theme.primaryColor) ?? BLUE;
  const soft = mix(ground, ink, 0.05);
  const onAccent = contrast(WHITE, primary) >= 3 ? WHITE : NIGHT;
  const accent = readableOn(primary, onAccent, ACROSS_A_ROOM);
  const numbers = readableOn(primary, soft, ACROSS_A_ROOM);
  return {
    dark: luminance(ground) < 0.2,
    properties: {
      "--ground": toHex(ground),
      "--soft": toHex(soft),
      "--rule": toHex(mix(ground, ink, 0.16)),
      "--ink": toHex(ink),
      "--quiet": toHex(readableOn(mix(ink, ground, 0.3), soft, 5)),
      "--accent": toHex(accent),
      "--on-accent": toHex(onAccent),
      "--number": toHex(numbers),
    },
    numberColor: (queueId) => {
      const own = parseColor(ticket_colors[queueId]);
      return toHex(own === null ? numbers : readableOn(own, soft, ACROSS_A_ROOM));
    },
  };
}
