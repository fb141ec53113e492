import { useState } from "react";

export interface FormState<V> {
  readonly values: V;
  /** A setter for one field: `onChange={form.set("name")}`. */
  readonly set: <K extends keyof V>(name: K) => (value: V[K]) => void;
}

export function useForm<V extends object>(initial: V | (() => V)): FormState<V> {
  const [values, setValues] = useState(initial);
  return { values, set: (name) => (value) => setValues((before) => ({ ...before, [name]: value })) };
}
