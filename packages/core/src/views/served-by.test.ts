import { describe, expect, it } from "vitest";
import { shopWith, testProvider } from "../testing/index.ts";
import { servedBy } from "./served-by.ts";

const [OWNER, BARBER, OTHER] = [1, 2, 3];
const providers = new Map(
  [BARBER, OTHER].map((staffId) => [
    `provider-${staffId}`,
    testProvider({ id: `provider-${staffId}`, staffId }),
  ]),
);
const shop = { ...shopWith(), providers };

describe("by whom a visitor is served", () => {
  it("is whoever called, where the visitor wants nobody", () => {
    expect(servedBy(shop, { agentId: OWNER })).toBe(OWNER);
    expect(servedBy(shop, { agentId: null })).toBeNull();
  });

  it("is the one they want, before anybody called and where somebody called for that one", () => {
    expect(servedBy(shop, { agentId: null, wantedStaffId: BARBER })).toBe(BARBER);
    expect(servedBy(shop, { agentId: OWNER, wantedStaffId: BARBER })).toBe(BARBER);
  });

  it("is another one who takes visitors and called them", () => {
    expect(servedBy(shop, { agentId: OTHER, wantedStaffId: BARBER })).toBe(OTHER);
  });
});
