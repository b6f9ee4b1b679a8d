import { type ReactNode } from 'react';
import { Link } from 'wouter';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { useHasRole } from '../session/session';
import { ButtonLink } from '../ui/button';
import { Page } from '../ui/page';
import css from './frame.module.css';
import { pathwayLabels } from './labels';
import { type Assessment } from './types';
import { deskWords } from './words';

export type Part = 'overview' | 'judging' | 'records' | 'matrix' | 'planning' | 'decision' | 'verification';
const parts: readonly Part[] = ['overview', 'judging', 'records', 'matrix', 'planning', 'decision', 'verification'];

/** The address of a part of an assessment. */
export const partOf = (id: string, part: Part): string =>
  part === 'overview' ? `/assessments/${id}` : `/assessments/${id}/${part}`;

/** The frame of the assessor's pages of one assessment: whose it is, of what, and the way to its other parts. */
export function DeskFrame({ assessment, here, children }: { assessment: Assessment; here: Part; children: ReactNode }) {
  const say = useWords(deskWords);
  const { labelled } = useFormats();
  const pathway = useWords(pathwayLabels);
  const { id, candidate, document, attempt } = assessment;
  const runs = useHasRole(['administrator', 'officer'], assessment.bodyId);
  return (
    <Page
      title={here === 'overview' ? candidate.name : labelled(say[here], candidate.name)}
      over={
        <>
          {document.code} {document.name} · {pathway[assessment.pathway]} · {say.attempt(String(attempt))}
        </>
      }
      actions={
        runs && (
          <ButtonLink small to={`/bodies/${assessment.bodyId}/assessments/${id}`}>
            {say.administer}
          </ButtonLink>
        )
      }
    >
      <nav className={css.parts} aria-label={say.parts}>
        {parts
          .filter((part) => part !== 'verification' || assessment.decidedAt)
          .map((part) => (
            <Link key={part} to={partOf(id, part)} aria-current={part === here ? 'page' : undefined}>
              {say[part]}
            </Link>
          ))}
      </nav>
      {children}
    </Page>
  );
}
