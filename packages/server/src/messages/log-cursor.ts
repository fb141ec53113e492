/** A line of the log, by which its next page begins. */
interface LogPlace {
  readonly createdAt: Date;
  readonly id: string;
}

const FORM = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function cursorOf({ created_at: at, id }: { readonly created_at: Date; readonly id: string }): string {
  return `${at.getTime()}.${id}`;
}

/** Null for text that is no cursor of ours. */
export function placeOfCursor(text: string): LogPlace | null {
  const [, at, id] = FORM.exec(text) ?? [];
  return at === undefined || id === undefined ? null : { createdAt: new Date(Number(at)), id };
}
