import { type Match } from './match.js';
import { type Proposal } from './transitions.service.js';

export class VersionView {
  id: string;
  code: string;
  edition: number;
  name: string;
}

export class LineView {
  ref: string;
  code: string;
  type: string;
  text: string;
}

export class TextChangeView {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export class CoveredClaimView {
  id: string;
  itemId: string;
}

/** What has become of one target in the newer version. */
export class MatchView {
  from: LineView;
  to: LineView | null;
  kind: Match['kind'];
  /** How the text changed; empty unless it did. */
  changes: TextChangeView[];
  /** The claims that stand and that would come along. */
  claims: CoveredClaimView[];
}

/** A proposal for a person to confirm, pair by pair; nothing has been moved. */
export class TransitionView {
  from: VersionView;
  to: VersionView;
  matches: MatchView[];
  /** Targets that are new, and that nothing covers yet. */
  added: LineView[];
}

const lineView = ({ ref, code, type, text }: LineView): LineView => ({ ref, code, type, text });
const versionView = ({ id, code, edition, name }: VersionView): VersionView => ({ id, code, edition, name });

export function transitionView({ from, to, matches, added }: Proposal): TransitionView {
  return {
    from: versionView(from),
    to: versionView(to),
    matches: matches.map((match) => ({
      from: lineView(match.from),
      to: match.to && lineView(match.to),
      kind: match.kind,
      changes: [...match.changes],
      claims: match.claims.map(({ id, itemId }) => ({ id, itemId })),
    })),
    added: added.map(lineView),
  };
}
