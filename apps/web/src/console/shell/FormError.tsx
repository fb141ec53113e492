/** A refusal that is about the whole form. */
export function FormError({ text }: { readonly text: string | null }) {
  return (
    <p role="alert" className="min-h-6 text-base font-medium text-bad empty:hidden">
      {text}
    </p>
  );
}
