/** Why something was drawn, reason by reason. */
export function Why({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
