/** Red, green, blue, 0–255. */
export type Rgb = readonly [number, number, number];

/** `#abc` or `#aabbcc`; anything else is null. */
export function parseColor(text: string | null | undefined): Rgb | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec((text ?? "").trim())?.[1];
  if (hex === undefined) return null;
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  const part = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

export function toHex(color: Rgb): string {
  return `#${color.map((part) => `0${Math.round(part).toString(16)}`.slice(-2)).join("")}`;
}

/** `share` 0 gives `a`, 1 gives `b`. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2): number => a[i] + (b[i] - a[i]) * share;
  return [part(0), part(1), part(2)];
}

/** Relative luminance as WCAG 2.2 defines it. */
export function luminance(color: Rgb): number {
  const linear = (part: number): number => {
    const s = part / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

/** WCAG 2.2 contrast ratio, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** `color`, moved towards black or white just until it stands out from `background` by `ratio`. */
export function readableOn(color: Rgb, background: Rgb, ratio: number): Rgb {
  const goal = contrast(WHITE, background) > contrast(BLACK, background) ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mix(color, goal, share);
    if (contrast(tried, background) >= ratio) return tried;
  }
  return goal;
}
