import { describe, expect, it } from "vitest";
import { ANYONE, wishIn, wishStep, withWish } from "./wish.ts";

const cut = { id: 1, name: "Cut", duration_minutes: 30 };
const shave = { id: 2, name: "Shave", duration_minutes: 15 };
const person = (id: string, ...service_ids: number[]) => ({ id, name: id, is_person: true, service_ids });
const page = { services: [cut, shave], providers: [person("awa", 1, 2), person("ben", 1)] };

describe("the wish in the address", () => {
  it("is read as it was written, and leaves the rest alone", () => {
    const search = withWish("?lang=wo", { serviceId: 2, person: "awa" });
    expect(search).toBe("?lang=wo&service=2&person=awa");
    expect(wishIn(search)).toEqual({ serviceId: 2, person: "awa" });
    expect(withWish(search, { serviceId: null, person: null })).toBe("?lang=wo");
    expect(wishIn("?service=-1")).toEqual({ serviceId: null, person: null });
  });
});

describe("wishStep", () => {
  const stepOf = (serviceId: number | null, who: string | null) =>
    wishStep(page, { serviceId, person: who }).step;
  it("asks for the service, the person, the time", () => {
    expect(stepOf(null, null)).toBe("service");
    expect(stepOf(1, null)).toBe("person");
    expect(stepOf(1, "ben")).toBe("time");
    expect(stepOf(1, ANYONE)).toBe("time");
  });
  it("waits only for something", () => {
    expect(wishIn("?service=1&person=any&wait=1")).toEqual({ serviceId: 1, person: ANYONE, wait: true });
    expect(withWish("", { serviceId: 1, person: ANYONE, wait: true })).toBe("?service=1&person=any&wait=1");
    expect(wishStep(page, { serviceId: 1, person: ANYONE, wait: true }).step).toBe("wait");
    expect(wishStep(page, { serviceId: null, person: null, wait: true }).step).toBe("service");
  });
  it("asks nothing where there is one answer", () => {
    expect(stepOf(2, null)).toBe("time");
    expect(
      wishStep({ services: [cut], providers: page.providers }, { serviceId: null, person: null }),
    ).toMatchObject({
      step: "person",
      service: cut,
    });
  });
  it("forgets what the shop no longer offers", () => {
    expect(stepOf(9, "awa")).toBe("service");
    expect(stepOf(1, "gone")).toBe("person");
    expect(wishStep(page, { serviceId: 2, person: "ben" })).toMatchObject({ step: "time", person: null });
  });
});
