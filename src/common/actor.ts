/** What a person may be at one training body. */
export const roles = ['administrator', 'officer', 'assessor', 'verifier', 'candidate'] as const;
export type Role = (typeof roles)[number];

/** Who is asking: made by the guard for every request, the first argument of every service method. */
export interface Actor {
  readonly userId: string;
  /** Runs the installation: makes training bodies and imports competency documents. */
  readonly operator: boolean;
  readonly memberships: readonly { readonly bodyId: string; readonly role: Role }[];
}

/** The installation itself, for what happens at start. */
export const systemActor: Actor = { userId: 'system', operator: true, memberships: [] };

export function hasRole(actor: Actor, bodyId: string, ...wanted: Role[]): boolean {
  return actor.memberships.some((m) => m.bodyId === bodyId && wanted.includes(m.role));
}

/** The bodies where the actor has one of these roles. */
export function bodiesWhere(actor: Actor, ...wanted: Role[]): string[] {
  return [...new Set(actor.memberships.filter((m) => wanted.includes(m.role)).map((m) => m.bodyId))];
}
