import { TextField } from "../text-field.tsx";
import { useBookWords } from "./catalogue.ts";
import type { Details } from "./use-details.ts";

interface Props {
  readonly details: Details;
  /** What the number and the address are for. */
  readonly hint: string;
}

export function ContactFields({ details, hint }: Props) {
  const t = useBookWords();
  const { value, set, wrong } = details;
  return (
    <>
      <TextField
        name="full_name"
        label={t("name")}
        hint={t("nameHint")}
        value={value.name}
        onChange={(text) => set("name", text)}
        autoComplete="name"
        maxLength={120}
        wrong={wrong.name}
      />
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        hint={hint}
        value={value.phone}
        onChange={(text) => set("phone", text)}
        autoComplete="tel"
        maxLength={40}
        wrong={wrong.phone}
      />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        value={value.email}
        onChange={(text) => set("email", text)}
        autoComplete="email"
        maxLength={254}
        wrong={wrong.email}
      />
    </>
  );
}

/** A word to the team. */
export function NotesField({ details: { value, set } }: { readonly details: Details }) {
  const t = useBookWords();
  return (
    <div className="field">
      <label htmlFor="notes">{t("notes")}</label>
      <textarea
        id="notes"
        name="notes"
        rows={2}
        maxLength={500}
        value={value.notes}
        onInput={(event) => set("notes", event.currentTarget.value)}
      />
    </div>
  );
}
