import { Elsewhere } from "./Elsewhere.tsx";
import { OnHold } from "./OnHold.tsx";
import { Returning } from "./Returning.tsx";

/** Everyone who is neither waiting nor at my counter. */
export function SideLists() {
  return (
    <div className="flex flex-col gap-4">
      <OnHold />
      <Returning />
      <Elsewhere />
    </div>
  );
}
