import { CopyButton } from "./CopyButton.tsx";

/** A link to follow, and to copy where the browser lets pages do so (https or this machine). */
export function CopyLink({ address }: { readonly address: string }) {
  return (
    <div className="flex max-w-full flex-wrap items-center justify-center gap-2">
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 min-w-0 items-center text-accent underline break-all"
      >
        {address}
      </a>
      <CopyButton text={address} />
    </div>
  );
}
