/**
 * A name as those may see it who have only a document's number: 林小美 is 林○○, Kolas Yotaka is K○○ Y○○. Enough to see
 * that another person's paper is in hand; too little to learn who was assessed.
 */
export function maskedName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [first = '', ...rest] = [...word];
      return rest.length > 0 ? first + '○○' : '○';
    })
    .join(' ');
}
