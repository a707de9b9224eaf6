// One thing that is known and cannot be changed here: its name, and what it is.

export function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text || '–'}</dd>
    </>
  );
}
