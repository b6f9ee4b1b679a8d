import { useState } from 'react';
import { type Body, Problem } from '../../api/client';
import { textIn } from '../../ui/form';
import { type Finding } from '../types';

export type Draft = Body<'/api/assessments/{assessmentId}/verdicts', 'post'>;
export type Outcome = Draft['outcome'];

/** What stands in the form; a gap has a field of its own for each target in `refs`, and one in general. */
export function draftIn(data: FormData, outcome: Outcome, refs: readonly string[]): Draft {
  const gaps = ['', ...refs].flatMap((ref) => {
    const text = textIn(data, `gap-${ref}`);
    return text ? [{ targetRef: ref || null, text }] : [];
  });
  return {
    outcome,
    reasons: textIn(data, 'reasons') ?? (outcome === 'competent' ? undefined : ''),
    gaps: outcome === 'competent' ? [] : gaps,
    feedback: textIn(data, 'feedback'),
    nextStep: textIn(data, 'nextStep'),
  };
}

/** The field in which what is found in the words themselves is mended (rule P4). */
export const fieldOf: Partial<Record<Finding['problem'], string>> = {
  draft_without_gaps: 'gaps',
  draft_without_feedback: 'feedback',
  draft_without_next_step: 'nextStep',
};

/** What is wrong with the words, said at their fields: what the server refused of them, and what its rules found. */
export function problemIn(refused: Problem | null, findings: readonly Finding[]): Problem | null {
  const found = findings.flatMap(({ problem, rule, mendText }) => {
    const field = fieldOf[problem];
    return field ? [{ field, rule, detail: mendText }] : [];
  });
  if (found.length === 0) return refused;
  return new Problem(400, 'validation_failed', '', [...(refused?.errors ?? []), ...found]);
}

export type Written = Readonly<Record<string, string>>;

/**
 * What was written so far, by field, also after a look at another page: evidence is mended elsewhere while a verdict is
 * being written. It stays in this tab, for this person.
 */
export function useWritten(userId: string, assessmentId: string) {
  const key = `touchstone.verdict.${userId}.${assessmentId}`;
  const [written, setWritten] = useState<Written>(() => parsed(sessionStorage.getItem(key)));
  return {
    written,
    write: (form: HTMLFormElement): void => {
      const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      const next = { ...written, ...Object.fromEntries(texts) };
      setWritten(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    forget: (): void => sessionStorage.removeItem(key),
  };
}

function parsed(text: string | null): Written {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Written) : {};
  } catch {
    return {};
  }
}
