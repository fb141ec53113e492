import { CopyButton } from "./CopyButton.tsx";

/** A text to be taken somewhere else as it stands; copied where the browser lets pages do so (https or this machine). */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <code
        role="group"
        aria-label={label}
        className="min-w-0 grow rounded-lg border border-line bg-sunken p-3 text-base break-all select-all"
      >
        {text}
      </code>
      <CopyButton text={text} />
    </div>
  );
}
