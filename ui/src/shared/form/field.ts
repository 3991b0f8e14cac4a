/** What every field of a form has: a label, and perhaps a hint, a fault and the duty to fill it. */
export type FieldProps = {
  label: string;
  hint?: string;
  error?: string | null;
  required?: boolean;
};

/** The ids of the hint and the fault that are there, for `aria-describedby`. */
export function describedBy(id: string, field: FieldProps): string | undefined {
  const parts = [field.hint ? `${id}-hint` : null, field.error ? `${id}-error` : null];
  const present = parts.filter((part) => part !== null);
  return present.length > 0 ? present.join(" ") : undefined;
}
