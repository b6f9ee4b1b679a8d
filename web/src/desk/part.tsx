import { type ReactNode } from 'react';
import { Redirect } from 'wouter';
import { useApi } from '../api/use-api';
import { Loaded, LoadedPage } from '../ui/page';
import { DeskFrame, type Part, partOf } from './frame';
import { type Assessment, type Coverage } from './types';

/** A part of an assessment at its own address, once the assessment and what its evidence covers are read. */
export function DeskPart({
  id,
  here,
  children,
}: {
  id: string;
  here: Part;
  children: (assessment: Assessment, coverage: Coverage) => ReactNode;
}) {
  const assessment = useApi('/api/assessments/{id}', { params: { id } });
  const coverage = useApi('/api/assessments/{id}/coverage', { params: { id } });
  if (coverage.error?.code === 'blind_review') return <Redirect to={partOf(id, 'verification')} replace />;
  return (
    <LoadedPage of={assessment}>
      {(read) => (
        <DeskFrame assessment={read} here={here}>
          <Loaded of={coverage}>{(covered) => children(read, covered)}</Loaded>
        </DeskFrame>
      )}
    </LoadedPage>
  );
}
