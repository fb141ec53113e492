import { useState } from "react";
import { isPhone } from "../is-phone.ts";
import { type BookKey, useBookWords } from "./catalogue.ts";

export interface Contact {
  readonly full_name: string;
  readonly phone_number: string | null;
  readonly email: string | null;
  readonly notes: string | null;
}

type Field = "name" | "phone" | "email" | "notes";

export interface Details {
  readonly value: Readonly<Record<Field, string>>;
  readonly set: (field: Field, value: string) => void;
  /** What is wrong, in words, once it is time to say so. */
  readonly wrong: Readonly<Record<"name" | "phone" | "email", string | null>>;
  /** What can be sent, or null where something is wrong, which is said from then on. */
  readonly finish: () => Contact | null;
}

const EMPTY: Readonly<Record<Field, string>> = { name: "", phone: "", email: "", notes: "" };
/** Enough to find slips of the finger; the server looks closer. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Who comes, and where the confirmation goes. */
export function useDetails(): Details {
  const t = useBookWords();
  const [value, setValue] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const contact: Contact = {
    full_name: value.name.trim(),
    phone_number: value.phone.trim() || null,
    email: value.email.trim() || null,
    notes: value.notes.trim() || null,
  };
  const faults = faultsOf(contact);
  const say = (key: BookKey | null): string | null => (checked && key !== null ? t(key) : null);
  return {
    value,
    set: (field, text) => setValue((before) => ({ ...before, [field]: text })),
    wrong: { name: say(faults.name), phone: say(faults.phone), email: say(faults.email) },
    finish: () => {
      setChecked(true);
      const right = faults.name === null && faults.phone === null && faults.email === null;
      return right ? contact : null;
    },
  };
}

function faultsOf(contact: Contact): Readonly<Record<"name" | "phone" | "email", BookKey | null>> {
  const { full_name, phone_number, email } = contact;
  const none = phone_number === null && email === null;
  const badPhone = phone_number !== null && !isPhone(phone_number);
  return {
    name: full_name === "" ? "missing.name" : null,
    phone: none ? "missing.contact" : badPhone ? "missing.phone" : null,
    email: email !== null && !EMAIL.test(email) ? "missing.email" : null,
  };
}
