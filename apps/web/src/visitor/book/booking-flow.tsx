import type { CallnextClient } from "@callnext/client";
import type { BookingPage } from "@callnext/protocol";
import { useState } from "react";
import { type DayKey, dayOf } from "../slots/zoned-day.ts";
import { ChosenPerson, ChosenService } from "./chosen.tsx";
import { DetailsForm } from "./details-form.tsx";
import { PersonStep } from "./person-step.tsx";
import { ServiceStep } from "./service-step.tsx";
import { TimeStep } from "./time-step.tsx";
import { useHold } from "./use-hold.ts";
import { useStepFocus } from "./use-step-focus.ts";
import { useWish } from "./use-wish.ts";
import { WaitStep } from "./wait-step.tsx";
import { type Wish, wishStep } from "./wish.ts";

/** On which day a time was sought. */
interface Looked {
  readonly wish: Wish;
  readonly day: DayKey;
}

interface Props {
  readonly client: CallnextClient;
  readonly page: BookingPage;
}

/** What for, with whom, when, and who comes: one question after the other. */
export function BookingFlow({ client, page }: Props) {
  const { wish, choose } = useWish();
  const hold = useHold(client, page.shop.slug, page.rules.hold_minutes);
  const titleRef = useStepFocus();
  const [looked, look] = useState<Looked | null>(() =>
    hold.held === null ? null : { wish, day: dayOf(Date.parse(hold.held.start), page.shop.time_zone) },
  );
  if (hold.held !== null) return <DetailsForm client={client} page={page} held={hold.held} hold={hold} />;

  const at = wishStep(page, wish);
  if (at.step === "service")
    return (
      <ServiceStep
        services={page.services}
        titleRef={titleRef}
        onChoose={(serviceId) => choose({ ...wish, serviceId })}
      />
    );
  const service = (
    <ChosenService
      service={at.service}
      onChange={page.services.length < 2 ? null : () => choose({ serviceId: null, person: null })}
    />
  );
  const choosePerson = (person: string | null): void => choose({ serviceId: at.service.id, person });
  if (at.step === "person")
    return (
      <>
        {service}
        <PersonStep people={at.people} titleRef={titleRef} onChoose={choosePerson} />
      </>
    );
  const providerId = at.person?.id ?? null;
  const asked = { client, page, serviceId: at.service.id, providerId, titleRef };
  return (
    <>
      {service}
      <ChosenPerson
        people={at.people}
        person={at.person}
        onChange={at.people.length < 2 ? null : () => choosePerson(null)}
      />
      {at.step === "wait" ? (
        <WaitStep {...asked} />
      ) : (
        <TimeStep
          {...asked}
          hold={hold}
          near={looked?.wish === wish ? looked.day : null}
          onDay={(day) => look({ wish, day })}
          onWait={() => choose({ ...wish, wait: true })}
        />
      )}
    </>
  );
}
