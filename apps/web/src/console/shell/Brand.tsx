import markUrl from "../icon.svg";

export function Brand() {
  return (
    <span className="flex items-center gap-2.5 text-lg font-bold tracking-tight">
      <img src={markUrl} alt="" className="size-8" />
      Callnext
    </span>
  );
}
