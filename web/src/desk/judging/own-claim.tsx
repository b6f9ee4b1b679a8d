import { useSend } from '../../api/use-api';
import { useWords } from '../../i18n/words';
import { usePerson } from '../../session/session';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/notice';
import { useMarking } from '../../viewer/marking';
import { type Place } from '../../viewer/place';
import { afterChange } from '../stale';
import { type Claim } from '../types';
import css from './bench.module.css';
import { judgingWords } from './words';

/**
 * What an assessor added they may still change while nobody has judged it: take it back, or say another place, which is
 * another claim in its stead.
 */
export function OwnClaim({
  assessmentId,
  claim,
  onMoved,
}: {
  assessmentId: string;
  claim: Claim;
  onMoved: (claimId: string) => void;
}) {
  const say = useWords(judgingWords);
  const me = usePerson();
  const marking = useMarking();
  const proposing = useSend('post', '/api/assessments/{assessmentId}/claims', { stale: [] });
  const withdrawing = useSend('post', '/api/claims/{id}/withdrawal', { stale: afterChange });
  if (claim.proposedBy !== me.id) return null;
  const mark = marking?.mark ?? null;
  const withdraw = () => withdrawing.mutateAsync({ params: { id: claim.id } });
  const place = async (next: Place | undefined): Promise<void> => {
    const { itemId, targetRef, method, methodReason } = claim;
    const body = { claims: [{ itemId, targetRef, method: method ?? undefined, methodReason, place: next }] };
    const [made] = await proposing.mutateAsync({ params: { assessmentId }, body });
    await withdraw();
    marking?.setMark(null);
    if (made) onMoved(made.id);
  };
  const busy = proposing.isPending || withdrawing.isPending;
  const problem = proposing.error ?? withdrawing.error;
  const act = (work: () => Promise<unknown>) => (): void => void work().catch(() => undefined);
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div className={css.verdicts}>
        <span className={css.soft}>{say.proposedByMe}</span>
        {mark && (
          <Button small busy={busy} onClick={act(() => place({ ...mark, note: claim.place?.note }))}>
            {say.moveMark}
          </Button>
        )}
        {claim.place && (
          <Button small busy={busy} onClick={act(() => place(undefined))}>
            {say.clearPlace}
          </Button>
        )}
        <Button small busy={busy} onClick={act(withdraw)}>
          {say.withdrawClaim}
        </Button>
      </div>
    </>
  );
}
