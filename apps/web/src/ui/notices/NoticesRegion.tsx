import { useTranslation } from "react-i18next";
import type { Notice } from "./notices-context.ts";
import { NoticeCard } from "./NoticeCard.tsx";

interface Props {
  readonly shown: readonly Notice[];
  readonly onDismiss: (id: string) => void;
}

/** Present from the start and empty, or screen readers would miss the first message. */
export function NoticesRegion({ shown, onDismiss }: Props) {
  const { t } = useTranslation();
  return (
    <div
      role="region"
      aria-label={t("notices")}
      // React-aria hides everything behind a dialog from screen readers; refusals must still be heard there.
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 print:hidden"
    >
      <div aria-live="assertive" aria-relevant="additions text" className="contents">
        {shown.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onDismiss={onDismiss} />
        ))}
      </div>
    </div>
  );
}
