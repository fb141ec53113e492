/** Whether this can be sent as a phone number: nothing, or 7 to 15 digits as people write them. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/[\s().\-\u00A0\u202F]/g, "");
  return digits === "" || /^\+?\d{7,15}$/.test(digits);
}
