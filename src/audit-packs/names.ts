const personal = /(By|^by|[uU]serId|[aA]ssessorId|[vV]erifierId|[cC]andidateId|deciderId|actorId)$/;

/** The ids of people that stand in rows under a name that says so. What people write themselves is not looked at. */
export function peopleIn(value: unknown, found = new Set<string>()): Set<string> {
  if (value === null || typeof value !== 'object') return found;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && personal.test(key)) found.add(inner);
    else peopleIn(inner, found);
  }
  return found;
}
