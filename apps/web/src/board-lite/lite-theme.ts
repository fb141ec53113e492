import type { DisplaySettings } from "@callnext/protocol";

type Rgb = readonly number[];

export interface LiteTheme {
  readonly ground: string;
  readonly soft: string;
  readonly ink: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly number: string;
  readonly numberOf: (queueId: string) => string;
}

var WHITE: Rgb = [255, 255, 255];
var BLACK: Rgb = [0, 0, 0];
var NIGHT: Rgb = [15, 23, 42];
var BLUE: Rgb = [29, 78, 216];
/** Numbers are read across a room. */
var ACROSS_A_ROOM = 7;

/** The same colours as on the other board, in the syntax of these sets; a test holds the two together. */
export function liteTheme(settings: Pick<DisplaySettings, "theme" | "ticket_colors">): LiteTheme {
  var ground = parse(settings.theme.backgroundColor) || WHITE;
  var ink = readable(parse(settings.theme.textColor) || NIGHT, ground);
  var primary = parse(settings.theme.primaryColor) || BLUE;
  var soft = mix(ground, ink, 0.05);
  var onAccent = contrast(WHITE, primary) >= 3 ? WHITE : NIGHT;
  var number = readable(primary, soft);
  return {
    ground: hex(ground),
    soft: hex(soft),
    ink: hex(ink),
    accent: hex(readable(primary, onAccent)),
    onAccent: hex(onAccent),
    number: hex(number),
    numberOf: function (queueId: string): string {
      var own = parse(settings.ticket_colors[queueId]);
      return hex(own === null ? number : readable(own, soft));
    },
  };
}

function parse(text: string | undefined): Rgb | null {
  var found = /^\s*#([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text || "");
  var digits = found === null ? "" : found[1] || "";
  if (digits === "") return null;
  var full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return [0, 2, 4].map(function (at): number {
    return parseInt(full.slice(at, at + 2), 16);
  });
}

function hex(color: Rgb): string {
  return (
    "#" +
    color
      .map(function (part): string {
        return ("0" + Math.round(part).toString(16)).slice(-2);
      })
      .join("")
  );
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map(function (part, at): number {
    return part + ((b[at] || 0) - part) * share;
  });
}

function luminance(color: Rgb): number {
  var shares = [0.2126, 0.7152, 0.0722];
  return color.reduce(function (sum, part, at): number {
    var s = part / 255;
    var linear = s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    return sum + linear * (shares[at] || 0);
  }, 0);
}

function contrast(a: Rgb, b: Rgb): number {
  var x = luminance(a);
  var y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function readable(color: Rgb, background: Rgb): Rgb {
  var goal = contrast(WHITE, background) > contrast(BLACK, background) ? WHITE : BLACK;
  for (var share = 0; share < 1; share += 0.04) {
    var tried = mix(color, goal, share);
    if (contrast(tried, background) >= ACROSS_A_ROOM) return tried;
  }
  return goal;
}
