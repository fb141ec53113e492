import type { CallnextClient } from "@callnext/client";
import type { BookingPage, JoinWaitingAnswer } from "@callnext/protocol";
import type { FormEvent } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { carryLanguage } from "../carry-language.ts";
import { addDays } from "../slots/zoned-day.ts";
import { keepWaitingKey } from "../waiting/waiting-key.ts";
import { useBookWords } from "./catalogue.ts";
import type { TitleRef } from "./choice-list.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { SendButton } from "./send-button.tsx";
import { useDetails } from "./use-details.ts";
import { useFaultFocus } from "./use-fault-focus.ts";
import { usePostOnce } from "./use-post-once.ts";
import { useWaitDays } from "./use-wait-days.ts";
import { WaitDaysFields } from "./wait-days-fields.tsx";

interface Props {
  readonly client: CallnextClient;
  readonly page: BookingPage;
  readonly serviceId: number;
  /** Null: anyone. */
  readonly providerId: string | null;
  readonly titleRef: TitleRef;
}

/** Nothing free suits: when a time comes free, who waits is told and has it kept for a while. */
export function WaitStep({ client, page, serviceId, providerId, titleRef }: Props) {
  const t = useBookWords();
  const { language } = useLanguage();
  const lastDay = addDays(page.today, page.rules.horizon_days);
  const days = useWaitDays(page.today, lastDay);
  const details = useDetails();
  const { form, toFault } = useFaultFocus();
  const { sending, post } = usePostOnce(client);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending.kind === "sending") return;
    const [when, contact] = [days.finish(), details.finish()];
    if (when === null || contact === null) {
      toFault();
      return;
    }
    const { full_name, phone_number, email } = contact;
    const answer = await post<JoinWaitingAnswer>(
      `/public/shops/${encodeURIComponent(page.shop.slug)}/waiting-list/`,
      {
        service_id: serviceId,
        provider_id: providerId,
        ...when,
        full_name,
        phone_number,
        email,
        locale: language,
      },
    );
    if (typeof answer === "string") return;
    keepWaitingKey(browserStorage(), answer.waiting.id, answer.waiting_key);
    location.replace(carryLanguage(answer.waiting_url, location.search));
  };

  return (
    <form
      ref={form}
      className="step"
      onSubmit={(event) => void submit(event)}
      noValidate
      data-testid="wait-form"
    >
      <h2 ref={titleRef} tabIndex={-1}>
        {t("wait.title")}
      </h2>
      <p>{t("wait.text")}</p>
      <WaitDaysFields days={days} today={page.today} lastDay={lastDay} />
      <ContactFields details={details} hint={t("wait.contactHint")} />
      <SendButton sending={sending} text={t("wait.send")} />
    </form>
  );
}
