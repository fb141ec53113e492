import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

/** The number as `+221771234567`, or null: none that could be called. `country` is for those typed without one. */
export function phoneNumber(typed: string, country: string): string | null {
  const found = parsePhoneNumberFromString(typed, isSupportedCountry(country) ? country : undefined);
  return found?.isValid() === true ? found.number : null;
}
