import { type VerdictTarget } from './record.js';

/** What each target is called, by ref: its code, and where a document uses a code twice, what it stands under. */
export function targetNames(targets: VerdictTarget[]): (ref: string) => string {
  const byRef = new Map(targets.map((target) => [target.ref, target]));
  const uses = new Map<string, number>();
  for (const { code } of targets) uses.set(code, (uses.get(code) ?? 0) + 1);
  return (ref) => {
    const target = byRef.get(ref);
    if (!target) return ref;
    const parent = uses.get(target.code)! > 1 && target.parentRef !== null && byRef.get(target.parentRef);
    return parent ? `${target.code}（${parent.code}）` : target.code;
  };
}
