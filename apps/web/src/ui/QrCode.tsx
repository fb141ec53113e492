import { encode } from "uqr";

interface Props {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
}

/** Black on white in every theme: that is what cameras read. One path, so it prints sharp at any size. */
export function QrCode({ text, label, className = "size-64" }: Props) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className={`rounded-xl ${className}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
